/**
 * Understands command lines: what can be written, what was written, and what may come
 * next.
 */
@NullMarked
package com.headjack.shell.grammar;

import org.jspecify.annotations.NullMarked;
