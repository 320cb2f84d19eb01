package com.headjack.host;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * Text from the operating system, which should be UTF-8. A byte that is not UTF-8 becomes
 * an unpaired surrogate, so that it is not lost.
 */
public final class SystemText {

	private static final char REPLACEMENT = '\ufffd';

	/**
	 * A byte that Java replaced, and nobody knows any more.
	 */
	private static final char UNKNOWN = '\ud800';

	private static final int ESCAPE = 0xdc00;

	private static final HexFormat HEX = HexFormat.of().withUpperCase();

	private static final int OCTET = 0xff;

	private SystemText() {
	}

	static String decode(byte[] bytes) {
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		ByteBuffer input = ByteBuffer.wrap(bytes);
		CharBuffer text = CharBuffer.allocate(bytes.length);
		CoderResult result = decoder.decode(input, text, true);
		while (result.isError()) {
			for (int i = 0; i < result.length(); i++) {
				text.put((char) (ESCAPE + (input.get() & OCTET)));
			}
			result = decoder.decode(input, text, true);
		}
		return text.flip().toString();
	}

	/**
	 * Returns the bytes of a text without unknown bytes.
	 */
	static byte[] encode(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		text.codePoints()
			.forEach((character) -> bytes.writeBytes(isSurrogate(character) ? new byte[] { (byte) character }
					: Character.toString(character).getBytes(StandardCharsets.UTF_8)));
		return bytes.toByteArray();
	}

	static boolean replaced(String text) {
		return text.indexOf(REPLACEMENT) >= 0;
	}

	/**
	 * Marks the bytes that Java replaced.
	 * @param text text that Java decoded
	 * @return the text, with a mark for each replaced byte
	 */
	public static String marked(String text) {
		return text.replace(REPLACEMENT, UNKNOWN);
	}

	/**
	 * Finds the first byte that is not UTF-8.
	 * @param text the text
	 * @return a description of the byte, or empty if all is UTF-8
	 */
	public static Optional<String> flaw(String text) {
		return text.codePoints()
			.filter(SystemText::isSurrogate)
			.mapToObj((flaw) -> (flaw == UNKNOWN) ? "a byte" : "the byte 0x" + HEX.toHexDigits((byte) flaw))
			.findFirst();
	}

	/**
	 * Whether all bytes of a text are known.
	 */
	static boolean complete(String text) {
		return text.codePoints().noneMatch((character) -> character == UNKNOWN);
	}

	private static boolean isSurrogate(int character) {
		return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
	}

	/**
	 * Checks text that was typed at a terminal.
	 * @param text text that Java decoded
	 * @return the same text
	 * @throws HeadjackException if a typed byte was not UTF-8
	 */
	public static String requireTyped(String text) {
		if (replaced(text)) {
			throw new HeadjackException(FailureKind.MISUSED, "what was typed holds a byte that is not UTF-8",
					"set the terminal and the locale to UTF-8, and type it again");
		}
		return text;
	}

}
