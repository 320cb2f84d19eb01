/**
 * Decides how much of git's configuration reaches a container.
 */
@NullMarked
package com.headjack.gitconfig;

import org.jspecify.annotations.NullMarked;
