/**
 * Keeps secrets with the desktop's keyring program, by the Secret Service of D-Bus.
 */
@NullMarked
package com.headjack.store.libsecret;

import org.jspecify.annotations.NullMarked;
