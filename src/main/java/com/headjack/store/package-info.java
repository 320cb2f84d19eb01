/**
 * Keeps named secrets.
 */
@NullMarked
package com.headjack.store;

import org.jspecify.annotations.NullMarked;
