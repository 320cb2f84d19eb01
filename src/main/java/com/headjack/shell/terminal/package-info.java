/**
 * Talks to the user: results, messages, questions, progress, and the terminal itself.
 */
@NullMarked
package com.headjack.shell.terminal;

import org.jspecify.annotations.NullMarked;
