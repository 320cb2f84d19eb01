package com.headjack.store.windows;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.headjack.foreign.NativeCallException;
import com.headjack.store.SecretCorruptException;
import com.headjack.store.SecretName;
import com.headjack.store.StoreConflictException;
import com.headjack.store.windows.CredentialBindings.Entry;

/**
 * Splits secrets that are too large for one credential over several. Readers see a secret
 * completely or not at all.
 */
final class ChunkedCredentials {

	// Longer than any writer takes from its first part to its header.
	private static final Duration ABANDONED = Duration.ofMinutes(1);

	private static final int ATTEMPTS = 20;

	private final CredentialBindings credentials;

	private final Clock clock;

	ChunkedCredentials(CredentialBindings credentials, Clock clock) {
		this.credentials = credentials;
		this.clock = clock;
	}

	/**
	 * Reads a secret.
	 * @return its bytes, for the caller to wipe, or empty if there is none
	 */
	Optional<byte[]> read(SecretName name) {
		byte[] before = new byte[0];
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			Optional<byte[]> content = content(TargetName.of(name));
			if (content.isEmpty() || !ChunkHeader.marks(content.get())) {
				return content;
			}
			ChunkHeader header = ChunkHeader.parse(content.get()).orElseThrow(() -> corrupt(name, "its header"));
			Optional<byte[]> secret = join(name, header);
			if (secret.isPresent()) {
				return secret;
			}
			// A missing part is normal if a writer has replaced the header: it removes
			// the old parts.
			if (Arrays.equals(before, content.get())) {
				throw corrupt(name, "one of its parts");
			}
			before = content.get();
		}
		throw new StoreConflictException("the credential '%s' is being changed all the time".formatted(name),
				"try again");
	}

	/**
	 * Writes a secret. The old one stays until the last step, which is atomic.
	 */
	void write(SecretName name, byte[] secret) {
		if (secret.length <= CredentialBindings.LARGEST_BLOB && !ChunkHeader.marks(secret)) {
			replace(name, secret, Optional.empty());
			return;
		}
		ChunkHeader header = ChunkHeader.of(secret, UUID.randomUUID().toString().replace("-", ""));
		try {
			split(name, header, secret);
			replace(name, header.bytes(), Optional.of(header));
		}
		catch (NativeCallException ex) {
			removeQuietly(name, header);
			throw ex;
		}
	}

	/**
	 * Removes a secret and any parts of earlier ones. The secret itself is removed last,
	 * so it stays listed, and can be removed again, until all parts are gone.
	 * @return whether there was one
	 */
	boolean remove(SecretName name) {
		parts(name).forEach((part) -> delete(part.target()));
		return delete(TargetName.of(name));
	}

	private Optional<byte[]> content(String target) {
		return WindowsFailures.ABSENT.find(() -> this.credentials.read(target));
	}

	private Optional<byte[]> join(SecretName name, ChunkHeader header) {
		byte[] secret = new byte[header.length()];
		ByteBuffer joined = ByteBuffer.wrap(secret);
		for (int index = 0; index < header.count(); index++) {
			content(TargetName.parts(name, header.generation()) + index).ifPresent((bytes) -> {
				if (bytes.length <= joined.remaining()) {
					joined.put(bytes);
				}
				Arrays.fill(bytes, (byte) 0);
			});
		}
		if (joined.hasRemaining() || !header.describes(secret)) {
			Arrays.fill(secret, (byte) 0);
			return Optional.empty();
		}
		return Optional.of(secret);
	}

	private void split(SecretName name, ChunkHeader header, byte[] secret) {
		for (int index = 0; index < header.count(); index++) {
			int from = index * CredentialBindings.LARGEST_BLOB;
			byte[] part = Arrays.copyOfRange(secret, from,
					Math.min(from + CredentialBindings.LARGEST_BLOB, secret.length));
			try {
				this.credentials.write(TargetName.parts(name, header.generation()) + index, part);
			}
			finally {
				Arrays.fill(part, (byte) 0);
			}
		}
	}

	private void replace(SecretName name, byte[] content, Optional<ChunkHeader> header) {
		Optional<ChunkHeader> replaced = content(TargetName.of(name)).flatMap(ChunkedCredentials::header);
		this.credentials.write(TargetName.of(name), content);
		replaced.ifPresent((old) -> removeQuietly(name, old));
		removeAbandoned(name, header);
	}

	// Wipes the content, because without a header it is the secret itself.
	private static Optional<ChunkHeader> header(byte[] content) {
		Optional<ChunkHeader> header = ChunkHeader.parse(content);
		Arrays.fill(content, (byte) 0);
		return header;
	}

	// Failures are ignored: the new secret is written, or the old one is still there, and
	// the next write or removal removes any leftovers.
	private void removeQuietly(SecretName name, ChunkHeader header) {
		for (int index = 0; index < header.count(); index++) {
			deleteQuietly(TargetName.parts(name, header.generation()) + index);
		}
	}

	private void removeAbandoned(SecretName name, Optional<ChunkHeader> current) {
		Instant limit = this.clock.instant().minus(ABANDONED);
		String kept = current.map((header) -> TargetName.parts(name, header.generation())).orElse("*");
		try {
			parts(name).stream()
				.filter((part) -> part.written().isBefore(limit) && !part.target().startsWith(kept))
				.forEach((part) -> deleteQuietly(part.target()));
		}
		catch (NativeCallException ex) {
			// The secret is written, and the next write will try again.
		}
	}

	private List<Entry> parts(SecretName name) {
		return WindowsFailures.ABSENT.find(() -> this.credentials.enumerate(TargetName.parts(name))).orElse(List.of());
	}

	private boolean delete(String target) {
		return WindowsFailures.ABSENT.change(() -> this.credentials.delete(target));
	}

	private void deleteQuietly(String target) {
		try {
			delete(target);
		}
		catch (NativeCallException ex) {
			// The next write or removal will try again.
		}
	}

	private static SecretCorruptException corrupt(SecretName name, String what) {
		return new SecretCorruptException(
				"the credential '%s' in the Windows Credential Manager is broken: %s is missing or damaged"
					.formatted(name, what),
				"log in again with 'hjk auth %s'".formatted(name.words()));
	}

}
