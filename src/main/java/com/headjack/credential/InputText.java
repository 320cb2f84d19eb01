package com.headjack.credential;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.headjack.secret.Secret;

/**
 * The text of what a user pasted or piped in, in whatever encoding it came.
 *
 * @param text the text, without a byte order mark and a terminal's marks of a paste
 * @param removed descriptions of the removed parts; empty if there are none
 * @param clear whether the encoding is beyond doubt
 */
record InputText(String text, List<String> removed, boolean clear) {

	private static final Pattern PASTE_MARK = Pattern.compile("(?:\\x1b|\\^\\[)?\\[?20[01]~");

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	InputText {
		removed = List.copyOf(removed);
	}

	static InputText of(Secret given) {
		return given.use(InputText::decode);
	}

	private static InputText decode(byte[] bytes) {
		Charset wide = wide(bytes);
		if (wide != null) {
			return of(new String(bytes, wide), List.of("the encoding UTF-16"), true);
		}
		return utf8(bytes).map((text) -> of(text, List.of(), true))
			.orElseGet(() -> of(new String(bytes, WINDOWS), List.of(), false));
	}

	private static InputText of(String text, List<String> removed, boolean clear) {
		List<String> parts = new ArrayList<>(removed);
		String rest = text;
		if (rest.startsWith("\uFEFF")) {
			rest = rest.substring(1);
			parts.add("a byte order mark");
		}
		Matcher marks = PASTE_MARK.matcher(rest);
		if (marks.find()) {
			rest = marks.replaceAll("");
			parts.add("the marks of a paste");
		}
		return new InputText(rest, parts, clear);
	}

	/**
	 * Whether a part of the text is certainly what the user meant.
	 */
	boolean isTrue(String part) {
		return this.clear || part.chars().allMatch((character) -> character < 0x80);
	}

	private static @Nullable Charset wide(byte[] bytes) {
		if (bytes.length < 2 || bytes.length % 2 != 0) {
			return null;
		}
		int mark = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
		if (mark == 0xfffe || mostlyZero(bytes, 1)) {
			return StandardCharsets.UTF_16LE;
		}
		return (mark == 0xfeff || mostlyZero(bytes, 0)) ? StandardCharsets.UTF_16BE : null;
	}

	/**
	 * Whether most bytes at every second place are zero, and few others are, as in ASCII
	 * text of UTF-16.
	 */
	private static boolean mostlyZero(byte[] bytes, int first) {
		int[] zeros = new int[2];
		for (int i = 0; i < bytes.length; i++) {
			zeros[i % 2] += (bytes[i] == 0) ? 1 : 0;
		}
		return zeros[first] * 4 > bytes.length && zeros[1 - first] * 4 <= bytes.length;
	}

	private static Optional<String> utf8(byte[] bytes) {
		try {
			return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return "InputText[removed=" + this.removed + "]";
	}

}
