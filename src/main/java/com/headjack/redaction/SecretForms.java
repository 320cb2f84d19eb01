package com.headjack.redaction;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The forms in which a secret is written down: as it is, within JSON, within a URL, and
 * in base64 at each of the three places where it can begin.
 */
final class SecretForms {

	private static final String UNRESERVED = "-._~";

	private static final int GROUP = 3;

	private static final int BITS = 6;

	private SecretForms() {
	}

	/**
	 * Returns the forms, which the caller wipes.
	 */
	static List<byte[]> of(byte[] secret) {
		byte[] json = JsonForm.of(secret);
		return Stream.of(
				Stream.of(secret.clone(), json, slashed(json), safe(json), url(secret, HexFormat.of().withUpperCase()),
						url(secret, HexFormat.of())),
				encoded(secret, Base64.getEncoder()), encoded(secret, Base64.getUrlEncoder()))
			.flatMap((forms) -> forms)
			.toList();
	}

	private static byte[] slashed(byte[] json) {
		ByteArrayOutputStream form = new ByteArrayOutputStream();
		for (byte value : json) {
			if (value == '/') {
				form.write('\\');
			}
			form.write(value);
		}
		return form.toByteArray();
	}

	/**
	 * Escapes what Go escapes for the sake of browsers.
	 */
	private static byte[] safe(byte[] json) {
		ByteArrayOutputStream form = new ByteArrayOutputStream();
		for (byte value : json) {
			if (value == '<' || value == '>' || value == '&') {
				form.writeBytes(("\\u00" + HexFormat.of().toHexDigits(value)).getBytes(StandardCharsets.US_ASCII));
			}
			else {
				form.write(value);
			}
		}
		return form.toByteArray();
	}

	private static byte[] url(byte[] secret, HexFormat digits) {
		ByteArrayOutputStream form = new ByteArrayOutputStream();
		for (byte value : secret) {
			if (isAlphanumeric(value) || UNRESERVED.indexOf(value) >= 0) {
				form.write(value);
			}
			else {
				form.write('%');
				form.write(digits.toHighHexDigit(value));
				form.write(digits.toLowHexDigit(value));
			}
		}
		return form.toByteArray();
	}

	private static boolean isAlphanumeric(byte value) {
		return (value >= '0' && value <= '9') || (value >= 'A' && value <= 'Z') || (value >= 'a' && value <= 'z');
	}

	private static Stream<byte[]> encoded(byte[] secret, Base64.Encoder encoder) {
		return IntStream.range(0, GROUP).mapToObj((before) -> encoded(secret, before, encoder));
	}

	/**
	 * Encodes it behind some bytes, without the characters that these or what follows
	 * have a part in.
	 */
	private static byte[] encoded(byte[] secret, int before, Base64.Encoder encoder) {
		byte[] bytes = new byte[before + secret.length];
		System.arraycopy(secret, 0, bytes, before, secret.length);
		byte[] whole = encoder.encode(bytes);
		byte[] form = Arrays.copyOfRange(whole, (before * Byte.SIZE + BITS - 1) / BITS,
				bytes.length * Byte.SIZE / BITS);
		Arrays.fill(bytes, (byte) 0);
		Arrays.fill(whole, (byte) 0);
		return form;
	}

}
