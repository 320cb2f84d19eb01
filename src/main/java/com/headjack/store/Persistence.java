package com.headjack.store;

/**
 * How long a store keeps a secret.
 */
public enum Persistence {

	/**
	 * Until the secret is deleted.
	 */
	UNTIL_DELETED("until deleted"),

	/**
	 * Until the machine restarts.
	 */
	UNTIL_REBOOT("until reboot");

	private final String text;

	Persistence(String text) {
		this.text = text;
	}

	@Override
	public String toString() {
		return this.text;
	}

}
