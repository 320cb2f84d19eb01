/**
 * Walks through the commands once, so that the JDK's cache holds what they load. It is
 * part of the product's jar, since the cache is bound to the class path of its training.
 */
@NullMarked
package com.headjack.training;

import org.jspecify.annotations.NullMarked;
