/**
 * Keeps secrets in encrypted files.
 */
@NullMarked
package com.headjack.store.file;

import org.jspecify.annotations.NullMarked;
