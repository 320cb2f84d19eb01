/**
 * Keeps secrets in the kernel's keyring.
 */
@NullMarked
package com.headjack.store.keyctl;

import org.jspecify.annotations.NullMarked;
