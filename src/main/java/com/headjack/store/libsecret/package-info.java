/**
 * Keeps secrets in the desktop's keyring program, through the Secret Service on D-Bus.
 */
@NullMarked
package com.headjack.store.libsecret;

import org.jspecify.annotations.NullMarked;
