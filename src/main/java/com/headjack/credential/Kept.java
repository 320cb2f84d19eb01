package com.headjack.credential;

import com.headjack.store.Revision;

/**
 * A credential as its store has it.
 *
 * @param credential the credential, with its facts; closed with this
 * @param revision what a later change of it expects to find
 */
public record Kept(Credential credential, Revision revision) implements AutoCloseable {

	@Override
	public void close() {
		this.credential.close();
	}

}
