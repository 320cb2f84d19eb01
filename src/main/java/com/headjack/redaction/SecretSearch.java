package com.headjack.redaction;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Searches bytes for secrets in each of the forms in which they are written down, be they
 * broken into lines or not.
 */
public final class SecretSearch implements AutoCloseable {

	private final Words words;

	private final List<String> owners;

	private SecretSearch(Words words, List<String> owners) {
		this.words = words;
		this.owners = owners;
	}

	/**
	 * Creates a search.
	 * @param secrets the secrets, which the caller closes; those of fewer than eight
	 * printable ASCII characters are not looked for
	 * @return the search, which the caller closes
	 */
	public static SecretSearch of(List<KnownSecret> secrets) {
		List<String> owners = secrets.stream().map(KnownSecret::owner).distinct().toList();
		Words words = new Words();
		secrets.forEach((secret) -> secret.value().use((bytes) -> add(words, bytes, owners.indexOf(secret.owner()))));
		return new SecretSearch(words.ready(), owners);
	}

	private static Words add(Words words, byte[] secret, int owner) {
		if (Words.isLongEnough(secret)) {
			for (byte[] form : SecretForms.of(secret)) {
				words.add(form, owner);
				Arrays.fill(form, (byte) 0);
			}
		}
		return words;
	}

	/**
	 * Begins to search something.
	 * @return the stream to write it to
	 */
	public SecretScan scan() {
		return new SecretScan(this.words, this.owners, null);
	}

	/**
	 * Begins to search something for where the secrets are.
	 * @param letters receives the offset of each byte of a secret, which may come more
	 * than once
	 * @return the stream to write it to
	 */
	public SecretScan scan(LongConsumer letters) {
		return new SecretScan(this.words, this.owners, letters);
	}

	/**
	 * Wipes the secrets.
	 */
	@Override
	public void close() {
		this.words.wipe();
	}

	@Override
	public String toString() {
		return "SecretSearch[" + this.owners.size() + "]";
	}

}
