package com.headjack.credential;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.LoginMethod;
import com.headjack.secret.Secret;

/**
 * A credential of an agent.
 *
 * @param method the login method
 * @param value the token, the key or the content of the file; closed with the credential
 * @param captured when the user gave it, or {@code null} if that was not kept
 */
public record Credential(LoginMethod method, Secret value, @Nullable Instant captured) implements AutoCloseable {

	/**
	 * Creates a credential whose time of capture is not known.
	 * @param method the login method
	 * @param value the token, the key or the content of the file; closed with the
	 * credential
	 */
	public Credential(LoginMethod method, Secret value) {
		this(method, value, null);
	}

	/**
	 * Whether another one is the same login, whenever either was captured.
	 */
	boolean isSameLoginAs(Credential other) {
		return this.method == other.method && this.value.equals(other.value);
	}

	@Override
	public void close() {
		this.value.close();
	}

}
