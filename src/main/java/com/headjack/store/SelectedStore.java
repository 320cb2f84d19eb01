package com.headjack.store;

/**
 * The store that is used, and why.
 *
 * @param store the store
 * @param reason why it was chosen, as a phrase
 */
public record SelectedStore(SecretStore store, String reason) {

}
