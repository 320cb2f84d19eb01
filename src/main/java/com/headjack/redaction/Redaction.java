package com.headjack.redaction;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Hides secrets in what a terminal program wrote.
 */
public final class Redaction implements AutoCloseable {

	private final Words words;

	private final List<byte[]> marks;

	private Redaction(Words words, List<byte[]> marks) {
		this.words = words;
		this.marks = marks;
	}

	/**
	 * Creates a redaction.
	 * @param secrets the secrets, which the caller closes; those of fewer than eight
	 * printable ASCII characters are not looked for
	 * @return the redaction, which the caller closes
	 */
	public static Redaction of(List<KnownSecret> secrets) {
		List<String> owners = secrets.stream().map(KnownSecret::owner).distinct().toList();
		Words words = new Words();
		secrets.forEach((secret) -> secret.value().use((bytes) -> add(words, bytes, owners.indexOf(secret.owner()))));
		return new Redaction(words.ready(),
				owners.stream()
					.map((owner) -> "[redacted %s]".formatted(owner).getBytes(StandardCharsets.UTF_8))
					.toList());
	}

	private static Words add(Words words, byte[] secret, int owner) {
		byte[] json = JsonForm.of(secret);
		words.add(secret, owner);
		words.add(json, owner);
		Arrays.fill(json, (byte) 0);
		return words;
	}

	/**
	 * The redaction that hides nothing.
	 * @return it
	 */
	public static Redaction none() {
		return of(List.of());
	}

	/**
	 * Whether there is nothing to hide.
	 */
	boolean isEmpty() {
		return this.words.isEmpty();
	}

	Words words() {
		return this.words;
	}

	/**
	 * Returns what is shown in the place of a secret.
	 */
	byte[] mark(int owner) {
		return this.marks.get(owner);
	}

	/**
	 * Creates a stream that hides the secrets.
	 * @param target receives what is left, and stays open
	 * @return the stream
	 */
	public RedactedOutput filter(OutputStream target) {
		return new RedactedOutput(() -> this, target);
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
		return "Redaction[" + this.marks.size() + "]";
	}

}
