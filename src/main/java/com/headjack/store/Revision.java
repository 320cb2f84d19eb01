package com.headjack.store;

import com.headjack.secret.Secret;
import com.headjack.text.Sha256;

/**
 * Tells one value of a stored secret from another, and gives nothing of it away.
 *
 * @param text known to its store alone
 */
public record Revision(String text) {

	/**
	 * The revision of a secret in a store that has none itself.
	 * @param value the secret
	 * @return the revision, the same for the same bytes
	 */
	static Revision of(Secret value) {
		return new Revision(value.use(Sha256::hex));
	}

	@Override
	public String toString() {
		return "[revision]";
	}

}
