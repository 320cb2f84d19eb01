/**
 * Runs command lines: one, a script of them, or an interactive shell.
 */
@NullMarked
package com.headjack.shell;

import org.jspecify.annotations.NullMarked;
