/**
 * Keeps secrets in a Vault server's key-value engine.
 */
@NullMarked
package com.headjack.store.vault;

import org.jspecify.annotations.NullMarked;
