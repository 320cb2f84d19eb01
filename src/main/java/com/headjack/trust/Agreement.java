package com.headjack.trust;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The user's agreement to one content of a file of a repository.
 *
 * @param id its name, 64 hexadecimal digits
 * @param repository the repository's path, or its id if that was unknown
 * @param agent the agent's name
 * @param file the file's path in the repository
 * @param since when the user agreed
 */
public record Agreement(String id, String repository, String agent, String file, Instant since) {

	private static final int SHORTEST = 4;

	private static final int SHORT = 12;

	static Optional<Agreement> parse(String id, String text) {
		String[] parts = text.split("\0", -1);
		try {
			return (parts.length == 4)
					? Optional.of(new Agreement(id, parts[0], parts[1], parts[2], Instant.parse(parts[3])))
					: Optional.of(new Agreement(id, "?", "?", "?", Instant.EPOCH));
		}
		catch (DateTimeParseException ex) {
			return Optional.of(new Agreement(id, "?", "?", "?", Instant.EPOCH));
		}
	}

	/**
	 * Returns whether a user's word refers to this agreement.
	 * @param word the word
	 * @return whether it is the name, or at least four digits of its beginning
	 */
	public boolean isNamed(String word) {
		return word.length() >= SHORTEST && this.id.startsWith(word);
	}

	/**
	 * Returns the name as a person types it.
	 * @return the first 12 digits
	 */
	public String shortId() {
		return this.id.substring(0, SHORT);
	}

}
