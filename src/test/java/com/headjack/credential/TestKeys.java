package com.headjack.credential;

/**
 * Tokens and keys that are not real, as long as real ones.
 */
public final class TestKeys {

	/**
	 * A key of Anthropic's.
	 */
	public static final String CLAUDE_KEY = whole("sk-ant-api03-FAKE-CANARY-");

	/**
	 * A token of a subscription of Anthropic's.
	 */
	public static final String CLAUDE_TOKEN = whole("sk-ant-oat01-FAKE-CANARY-");

	/**
	 * A key of Google's.
	 */
	public static final String GEMINI_KEY = "AIzaSyFAKE-CANARY-FAKE-CANARY-FAKE-CAN0";

	/**
	 * A key of OpenAI's.
	 */
	public static final String CODEX_KEY = ("sk-proj-FAKE-CANARY-" + "FAKE0123_".repeat(20)).substring(0, 164);

	private TestKeys() {
	}

	/**
	 * Makes a token as long as Anthropic's.
	 * @param beginning its first characters
	 */
	public static String whole(String beginning) {
		return (beginning + "FAKE0123_".repeat(12)).substring(0, 106) + "AA";
	}

}
