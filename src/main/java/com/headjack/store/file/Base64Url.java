package com.headjack.store.file;

import java.util.Base64;

import com.headjack.store.namesake.MalformedItemException;

/**
 * Writes bytes in base64url without padding, and reads only what it would write.
 */
final class Base64Url {

	private Base64Url() {
	}

	static String encode(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	static byte[] decode(String text) {
		try {
			byte[] bytes = Base64.getUrlDecoder().decode(text);
			if (encode(bytes).equals(text)) {
				return bytes;
			}
		}
		catch (IllegalArgumentException ex) {
			// Falls through to the one failure for every way to be malformed.
		}
		throw new MalformedItemException("it is cut off or damaged");
	}

}
