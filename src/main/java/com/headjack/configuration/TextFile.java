package com.headjack.configuration;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.BoundedFile;
import com.headjack.host.UnusableFileException;

/**
 * A file of text that a user writes.
 *
 * @param path the file
 */
public record TextFile(Path path) {

	private static final int TRIES = 3;

	private static final HexFormat HEX = HexFormat.of();

	/**
	 * Reads the file.
	 * @return the text, or empty if there is no such file
	 * @throws HeadjackException if the file is no regular one, is too large, cannot be
	 * read, or is no text in UTF-8; the message names the line
	 */
	public Optional<String> read() {
		try {
			return bytes().map((bytes) -> decode(this.path.toString(), bytes)).map(this::text);
		}
		catch (UnusableFileException ex) {
			throw new HeadjackException(FailureKind.FAILED, this.path + " " + ex.what(),
					"put a text file there that you may read, or remove it", ex);
		}
	}

	/**
	 * No bytes may mean that another program is writing.
	 */
	private Optional<byte[]> bytes() throws UnusableFileException {
		Optional<byte[]> bytes = new BoundedFile(this.path).read();
		for (int tries = 1; tries < TRIES && bytes.isPresent() && bytes.get().length == 0; tries++) {
			bytes = new BoundedFile(this.path).read();
		}
		return bytes;
	}

	/**
	 * Decodes a text.
	 * @param source the name of the text in error messages
	 * @param bytes the text in UTF-8
	 * @return the text
	 * @throws HeadjackException if it is not UTF-8; the message names the line
	 */
	public static String decode(String source, byte[] bytes) {
		if (bytes.length > 1 && isUtf16(bytes[0], bytes[1])) {
			throw refused(source, "line 1 begins as text in UTF-16", "convert it with 'iconv -f UTF-16 -t UTF-8'");
		}
		CharBuffer text = CharBuffer.allocate(bytes.length);
		ByteBuffer input = ByteBuffer.wrap(bytes);
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		boolean broken = decoder.decode(input, text, true).isError();
		String decoded = text.flip().toString();
		if (broken) {
			throw refused(source, place(decoded) + " holds the byte 0x" + HEX.toHexDigits(input.get()),
					"convert it, for example with 'iconv -f ISO-8859-1 -t UTF-8'");
		}
		return decoded;
	}

	private static boolean isUtf16(byte first, byte second) {
		return (first == (byte) 0xff && second == (byte) 0xfe) || (first == (byte) 0xfe && second == (byte) 0xff)
				|| (first == 0) != (second == 0);
	}

	/**
	 * A file with control characters is some other file.
	 */
	private String text(String text) {
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (character < ' ' && "\t\n\r".indexOf(character) < 0) {
				throw refused(this.path.toString(), String.format(Locale.ROOT, "%s holds the control character U+%04X",
						place(text.substring(0, i)), (int) character), "check whether it is the right file");
			}
		}
		return text;
	}

	private static String place(String before) {
		long line = 1 + before.chars().filter((character) -> character == '\n').count();
		int start = before.lastIndexOf('\n') + 1;
		return "line " + line + ", column " + (before.codePointCount(start, before.length()) + 1);
	}

	private static HeadjackException refused(String source, String reason, String remedy) {
		return new HeadjackException(FailureKind.FAILED, source + " is not text in UTF-8: " + reason, remedy);
	}

}
