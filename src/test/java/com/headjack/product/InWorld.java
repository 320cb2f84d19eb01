package com.headjack.product;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The world of a test class, unless a system property chooses another one. A class
 * without it runs in the plain world.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface InWorld {

	/**
	 * Returns the world.
	 * @return the world
	 */
	World value();

}
