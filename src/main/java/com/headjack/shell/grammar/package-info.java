/**
 * Defines, parses and completes command lines.
 */
@NullMarked
package com.headjack.shell.grammar;

import org.jspecify.annotations.NullMarked;
