/**
 * Gives a branch its one worktree and its one container.
 */
@NullMarked
package com.headjack.instance;

import org.jspecify.annotations.NullMarked;
