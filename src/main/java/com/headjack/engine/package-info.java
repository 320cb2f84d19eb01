/**
 * Runs containers.
 */
@NullMarked
package com.headjack.engine;

import org.jspecify.annotations.NullMarked;
