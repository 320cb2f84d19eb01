package com.headjack.credential;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import com.headjack.secret.Secret;

/**
 * Decodes the text of a login in the encodings that editors and shells write: UTF-8 and
 * UTF-16, with or without a byte order mark.
 */
final class LoginText {

	private static final char MARK = '\uFEFF';

	private LoginText() {
	}

	/**
	 * Decodes a text.
	 * @param bytes the encoded text; not changed
	 * @return the text without a byte order mark, which the caller closes, or empty if
	 * the bytes are no text in these encodings
	 */
	static Optional<Secret> decode(byte[] bytes) {
		try {
			CharBuffer text = charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes));
			try {
				boolean marked = !text.isEmpty() && text.charAt(0) == MARK;
				return Optional.of(Secret.of(marked ? text.subSequence(1, text.length()) : text));
			}
			finally {
				Arrays.fill(text.array(), '\0');
			}
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Without a mark, a zero in one of the first two bytes tells: a login begins with
	 * ASCII.
	 */
	private static Charset charset(byte[] bytes) {
		int first = (bytes.length > 1) ? ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff) : 0xffff;
		if (first == 0xfffe || (first & 0xff) == 0) {
			return StandardCharsets.UTF_16LE;
		}
		return (first == 0xfeff || first >> 8 == 0) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
	}

}
