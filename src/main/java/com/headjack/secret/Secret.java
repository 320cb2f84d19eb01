package com.headjack.secret;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Sensitive text, held as UTF-8 bytes. {@link #close()} wipes them, and
 * {@link #toString()} does not show them.
 */
public final class Secret implements AutoCloseable {

	private static final int MOST_BYTES_A_CHARACTER = 3;

	private static final AtomicLong USES = new AtomicLong();

	private final byte[] utf8;

	private volatile boolean closed;

	private Secret(byte[] utf8) {
		this.utf8 = utf8;
		USES.incrementAndGet();
	}

	/**
	 * Creates a secret from a copy of UTF-8 bytes.
	 * @param utf8 the text; the array is not changed
	 * @return the secret, which the caller closes
	 */
	public static Secret of(byte[] utf8) {
		return new Secret(utf8.clone());
	}

	/**
	 * Creates a secret from UTF-8 bytes and wipes the array.
	 * @param utf8 the text; zeros afterwards
	 * @return the secret, which the caller closes
	 */
	public static Secret wiping(byte[] utf8) {
		try {
			return of(utf8);
		}
		finally {
			Arrays.fill(utf8, (byte) 0);
		}
	}

	/**
	 * Creates a secret from text.
	 * @param text the text; unpaired surrogates become {@code ?}
	 * @return the secret, which the caller closes
	 */
	public static Secret of(CharSequence text) {
		ByteBuffer encoded = ByteBuffer.allocate(text.length() * MOST_BYTES_A_CHARACTER);
		StandardCharsets.UTF_8.newEncoder()
			.onMalformedInput(CodingErrorAction.REPLACE)
			.encode(CharBuffer.wrap(text), encoded, true);
		byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
		Arrays.fill(encoded.array(), (byte) 0);
		return new Secret(bytes);
	}

	/**
	 * Passes the UTF-8 bytes to a function, as a copy that is wiped afterwards.
	 * @param <T> the type of the result
	 * @param function takes the bytes, and must not keep them
	 * @return the function's result
	 * @throws IllegalStateException if this secret is closed
	 */
	public <T extends @Nullable Object> T use(Function<byte[], T> function) {
		byte[] copy = open().clone();
		try {
			return function.apply(copy);
		}
		finally {
			Arrays.fill(copy, (byte) 0);
		}
	}

	/**
	 * Returns the text as a string, which cannot be wiped: for libraries that take
	 * nothing else.
	 * @return the text
	 * @throws IllegalStateException if this secret is closed
	 */
	public String reveal() {
		return new String(open(), StandardCharsets.UTF_8);
	}

	/**
	 * Returns the length of the text, even of a closed secret.
	 * @return the length in bytes of UTF-8
	 */
	public int size() {
		return this.utf8.length;
	}

	private byte[] open() {
		if (this.closed) {
			throw new IllegalStateException("The secret is closed");
		}
		return this.utf8;
	}

	@Override
	public void close() {
		this.closed = true;
		Arrays.fill(this.utf8, (byte) 0);
		USES.incrementAndGet();
	}

	/**
	 * Counts the secrets that this process has made, and those that it has closed. What
	 * libraries copied of them is still in the memory then.
	 * @return a number that is greater than before if any secret was in use since
	 */
	public static long uses() {
		return USES.get();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Secret that && !this.closed && !that.closed
				&& MessageDigest.isEqual(this.utf8, that.utf8);
	}

	@Override
	public int hashCode() {
		return Secret.class.hashCode();
	}

	@Override
	public String toString() {
		return "[secret]";
	}

}
