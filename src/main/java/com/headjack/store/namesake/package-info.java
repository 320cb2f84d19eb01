/**
 * Reads and writes secrets in the form of the namesake's items.
 */
@NullMarked
package com.headjack.store.namesake;

import org.jspecify.annotations.NullMarked;
