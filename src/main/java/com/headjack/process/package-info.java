/**
 * Runs programs.
 */
@NullMarked
package com.headjack.process;

import org.jspecify.annotations.NullMarked;
