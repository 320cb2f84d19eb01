/**
 * Makes the image that agents run in.
 */
@NullMarked
package com.headjack.image;

import org.jspecify.annotations.NullMarked;
