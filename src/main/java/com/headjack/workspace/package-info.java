/**
 * Carries a branch to a container that does not see this machine's files, and its work
 * back.
 */
@NullMarked
package com.headjack.workspace;

import org.jspecify.annotations.NullMarked;
