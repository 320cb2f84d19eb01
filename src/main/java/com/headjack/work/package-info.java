/**
 * Begins work on a branch, goes on with it, and ends it: one use case each.
 */
@NullMarked
package com.headjack.work;

import org.jspecify.annotations.NullMarked;
