/**
 * Defines failures: facts, a remedy and a kind.
 */
@NullMarked
package com.headjack.failure;

import org.jspecify.annotations.NullMarked;
