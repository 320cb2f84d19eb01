package com.headjack.credential;

import java.nio.file.Path;

import com.headjack.secret.Secret;

/**
 * A login as an agent keeps it on the host.
 *
 * @param file the file, or the first of several
 * @param content the content of the file, or of all as one JSON object; closed with the
 * login
 */
record HostLogin(Path file, Secret content) implements AutoCloseable {

	@Override
	public void close() {
		this.content.close();
	}

}
