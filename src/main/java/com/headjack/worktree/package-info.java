/**
 * Gives a branch its checkout.
 */
@NullMarked
package com.headjack.worktree;

import org.jspecify.annotations.NullMarked;
