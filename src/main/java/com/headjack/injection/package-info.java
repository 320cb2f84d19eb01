/**
 * Decides what an agent needs in its container.
 */
@NullMarked
package com.headjack.injection;

import org.jspecify.annotations.NullMarked;
