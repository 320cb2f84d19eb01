/**
 * Starts, finds and ends programs inside instances.
 */
@NullMarked
package com.headjack.session;

import org.jspecify.annotations.NullMarked;
