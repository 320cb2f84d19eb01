/**
 * Holds the commands: each calls one use case and prints the result.
 */
@NullMarked
package com.headjack.shell.command;

import org.jspecify.annotations.NullMarked;
