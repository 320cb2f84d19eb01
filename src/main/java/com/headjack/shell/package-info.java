/**
 * Parses a command line, calls one use case and prints what came of it.
 */
@NullMarked
package com.headjack.shell;

import org.jspecify.annotations.NullMarked;
