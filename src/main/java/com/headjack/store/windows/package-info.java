/**
 * Keeps secrets in the Windows Credential Manager.
 */
@NullMarked
package com.headjack.store.windows;

import org.jspecify.annotations.NullMarked;
