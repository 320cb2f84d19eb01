package com.headjack.credential;

import com.headjack.secret.Secret;

/**
 * Shows enough of a secret for its owner to recognise it.
 */
final class Mask {

	private static final int PREFIX = 14;

	private static final int SUFFIX = 4;

	private static final int SHORTEST = 32;

	private Mask() {
	}

	static String of(Secret secret) {
		String text = secret.reveal();
		if (text.startsWith("{")) {
			return "{…}";
		}
		if (text.length() < SHORTEST) {
			return "…";
		}
		int prefix = text.lastIndexOf('-', PREFIX - 1) + 1;
		return text.substring(0, (prefix > 0) ? prefix : SUFFIX) + "…" + text.substring(text.length() - SUFFIX);
	}

}
