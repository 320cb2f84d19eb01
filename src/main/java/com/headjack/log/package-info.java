/**
 * Reads what a session printed, from bytes to lines.
 */
@NullMarked
package com.headjack.log;

import org.jspecify.annotations.NullMarked;
