package com.headjack.credential;

import com.headjack.agent.LoginMethod;
import com.headjack.secret.Secret;

/**
 * A credential of an agent.
 *
 * @param method the login method
 * @param value the token, the key or the content of the file; closed with the credential
 * @param facts what it said of itself when it was captured
 */
public record Credential(LoginMethod method, Secret value, CredentialFacts facts) implements AutoCloseable {

	/**
	 * Creates a credential of which nothing is known.
	 * @param method the login method
	 * @param value the token, the key or the content of the file; closed with the
	 * credential
	 */
	public Credential(LoginMethod method, Secret value) {
		this(method, value, CredentialFacts.unknown());
	}

	/**
	 * Whether its facts were kept when it was captured.
	 */
	boolean isKnown() {
		return this.facts.captured() != null;
	}

	/**
	 * Whether another one is the same login, whenever either was captured.
	 */
	boolean isSameLoginAs(Credential other) {
		return this.method == other.method && this.value.equals(other.value);
	}

	/**
	 * The same credential, which the user gave when another one was given.
	 */
	Credential capturedWith(Credential other) {
		return new Credential(this.method, this.value, new CredentialFacts(this.facts.expiry(), this.facts.issued(),
				other.facts.captured(), this.facts.identity(), this.facts.renewable()));
	}

	@Override
	public void close() {
		this.value.close();
	}

}
