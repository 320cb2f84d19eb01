/**
 * Reads and writes secrets in the namesake's format.
 */
@NullMarked
package com.headjack.store.namesake;

import org.jspecify.annotations.NullMarked;
