/**
 * Runs containers through docker-java.
 */
@NullMarked
package com.headjack.engine.docker;

import org.jspecify.annotations.NullMarked;
