/**
 * What every failure tells: facts, a remedy and its kind.
 */
@NullMarked
package com.headjack.failure;

import org.jspecify.annotations.NullMarked;
