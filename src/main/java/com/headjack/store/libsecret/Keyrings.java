package com.headjack.store.libsecret;

import java.util.Optional;

/**
 * The collections that hold our secrets; each is unlocked when it is asked for.
 *
 * @param service the Secret Service
 * @param prompts has prompts answered
 */
record Keyrings(SecretService service, Prompts prompts) {

	/**
	 * The default collection, where our secrets go.
	 */
	Keyring ours() {
		String collection = this.service.defaultCollection().orElseThrow(ServiceFailures::noDefaultCollection);
		unlock(collection);
		return new Keyring(this.service, items(), collection);
	}

	/**
	 * The namesake's collection.
	 * @return the collection, or empty if there is none
	 */
	Optional<NamesakeKeyring> namesakes() {
		return this.service.collections().stream().filter(this::namesakes).findFirst().map((collection) -> {
			unlock(collection);
			return new NamesakeKeyring(this.service, items(), collection);
		});
	}

	private Items items() {
		return new Items(this.service, this.prompts);
	}

	private boolean namesakes(String collection) {
		return this.service.label(collection).equals(NamesakeKeyring.LABEL);
	}

	// A collection that is locked by a blank password unlocks without a prompt.
	private void unlock(String collection) {
		if (this.service.locked(collection)) {
			this.service.unlock(collection).ifPresent(this.prompts::unlock);
		}
	}

}
