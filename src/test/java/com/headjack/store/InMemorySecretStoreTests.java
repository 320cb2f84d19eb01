package com.headjack.store;

class InMemorySecretStoreTests extends SecretStoreContract {

	private final InMemorySecretStore store = new InMemorySecretStore();

	@Override
	protected RevisedStore store() {
		return this.store;
	}

}
