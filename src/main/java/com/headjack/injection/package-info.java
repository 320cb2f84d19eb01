/**
 * Decides what an agent needs to find inside its container.
 */
@NullMarked
package com.headjack.injection;

import org.jspecify.annotations.NullMarked;
