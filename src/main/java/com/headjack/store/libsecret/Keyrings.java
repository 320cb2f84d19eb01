package com.headjack.store.libsecret;

import java.util.Optional;

/**
 * The collections with our secrets and the namesake's, unlocked on demand.
 *
 * @param service the Secret Service
 * @param prompts runs the prompts
 */
record Keyrings(SecretService service, Prompts prompts) {

	/**
	 * The default collection, where our secrets are kept.
	 */
	Keyring ours() {
		String collection = this.service.defaultCollection().orElseThrow(ServiceFailures::noDefaultCollection);
		unlock(collection);
		return new Keyring(this.service, items(), collection);
	}

	/**
	 * The namesake's collection.
	 * @return the collection, or empty if it does not exist
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

	// A collection with an empty password unlocks without a prompt.
	private void unlock(String collection) {
		if (this.service.locked(collection)) {
			this.service.unlock(collection).ifPresent(this.prompts::unlock);
		}
	}

}
