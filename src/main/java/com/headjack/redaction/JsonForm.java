package com.headjack.redaction;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The form of a secret within a JSON text.
 */
final class JsonForm {

	private static final String SHORT = "\b\t\n\f\r\"\\";

	private static final String LETTERS = "btnfr\"\\";

	private JsonForm() {
	}

	/**
	 * Escapes what JSON does not allow as it is.
	 */
	static byte[] of(byte[] utf8) {
		ByteArrayOutputStream form = new ByteArrayOutputStream();
		for (byte value : utf8) {
			int known = SHORT.indexOf(value);
			if (known >= 0) {
				form.write('\\');
				form.write(LETTERS.charAt(known));
			}
			else if (value >= 0 && value < ' ') {
				form.writeBytes(("\\u00" + HexFormat.of().toHexDigits(value)).getBytes(StandardCharsets.US_ASCII));
			}
			else {
				form.write(value);
			}
		}
		return form.toByteArray();
	}

}
