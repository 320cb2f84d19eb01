/**
 * Runs command lines: a single one, a script, or an interactive shell.
 */
@NullMarked
package com.headjack.shell;

import org.jspecify.annotations.NullMarked;
