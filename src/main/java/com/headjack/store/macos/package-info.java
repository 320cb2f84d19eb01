/**
 * Keeps secrets in the keychain of macOS.
 */
@NullMarked
package com.headjack.store.macos;

import org.jspecify.annotations.NullMarked;
