package com.headjack.trust;

import java.util.List;

import com.headjack.text.Sha256;

/**
 * A file of a repository that can misuse an agent's login.
 *
 * @param repository the repository's id
 * @param folder what identifies the repository to the user
 * @param agent the agent's name
 * @param file the file's path in the repository
 * @param digest the digest of its content
 * @param effects what it does, one line each
 */
public record Finding(String repository, String folder, String agent, String file, String digest,
		List<String> effects) {

	public Finding {
		effects = List.copyOf(effects);
	}

	/**
	 * Returns the name of an agreement to this content in this place.
	 * @return 64 hexadecimal digits
	 */
	String id() {
		return Sha256.hex(String.join("\0", this.repository, this.agent, this.file, this.digest));
	}

}
