/**
 * Reads and writes secrets in the form of the namesake's items.
 */
@NullMarked
package com.headjack.store.item;

import org.jspecify.annotations.NullMarked;
