package com.headjack.product;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A login with a secret that is not real, and how its agent tells that it is logged in.
 *
 * @param agent the agent
 * @param method the login's method
 * @param secret the secret, which holds the mark
 * @param question the agent's arguments that ask it
 * @param answer what it then says
 * @param ready what its first screen shows when it waits for work, or {@code null} where
 * that takes the vendor's servers
 */
record SampleLogin(String agent, String method, String secret, String question, String answer, @Nullable String ready) {

	private static final String CLAUDE = "? for shortcuts";

	private static final String CODEX = "Ask Codex to do anything";

	private static final String GEMINI = "Type your message";

	static List<SampleLogin> all() {
		return List.of(
				new SampleLogin("claude", "apikey", Canary.key("sk-ant-api03-"), "auth status",
						"\"authMethod\": \"api_key\"", CLAUDE),
				new SampleLogin("claude", "subscription", Canary.key("sk-ant-oat01-"), "auth status",
						"\"authMethod\": \"oauth_token\"", CLAUDE),
				new SampleLogin("codex", "apikey", "sk-proj-FAKE-" + Canary.MARK, "login status", "API key configured",
						CODEX),
				new SampleLogin("codex", "subscription", codex(), "login status", "Logged in using ChatGPT", CODEX),
				new SampleLogin("gemini", "apikey", "AIzaFAKE-" + Canary.MARK + "-FAKE01", "-p hi",
						"fetch failed sending request", GEMINI),
				new SampleLogin("gemini", "subscription", "{\"refresh_token\":\"FAKE-" + Canary.MARK + "\"}",
						"--debug -p hi", "Cached credentials are not valid: request to", null));
	}

	static SampleLogin of(String agent, String method) {
		return all().stream().filter((login) -> login.isOf(agent, method)).findFirst().orElseThrow();
	}

	boolean isOf(String agent, String method) {
		return this.agent.equals(agent) && this.method.equals(method);
	}

	/**
	 * A secret of the same form and length, for another account.
	 * @param end its last characters
	 */
	String secret(String end) {
		return this.secret.substring(0, this.secret.length() - end.length()) + end;
	}

	/**
	 * The words of a command that stores it, for a secret by the standard input.
	 */
	String[] auth(String... more) {
		return words(Stream.of("auth", this.agent, "--method", this.method), more);
	}

	/**
	 * The words of a command that starts its agent.
	 */
	String[] start(String branch, String session, String... more) {
		return words(Stream.of("agent", branch, this.agent, "-d", "--name", session), more);
	}

	/**
	 * The words of a command that asks its agent without the login.
	 */
	String[] askWithoutLogin(String branch) {
		return words(Stream.of("exec", branch, "--no-mux", "--", this.agent), this.question.split(" "));
	}

	String[] ask(String branch, String session) {
		return start(branch, session, ("-- " + this.question).split(" "));
	}

	@Override
	public String toString() {
		return this.agent + " by " + this.method;
	}

	private static String[] words(Stream<String> words, String... more) {
		return Stream.concat(words, Stream.of(more)).toArray(String[]::new);
	}

	private static String codex() {
		return "{\"auth_mode\":\"chatgpt\",\"OPENAI_API_KEY\":null,\"tokens\":{\"id_token\":\"" + jwt()
				+ "\",\"access_token\":\"" + jwt() + "\",\"refresh_token\":\"FAKE-" + Canary.MARK
				+ "\",\"account_id\":\"FAKE\"},\"last_refresh\":\"2026-11-01T00:00:00Z\"}";
	}

	private static String jwt() {
		return Stream.of("{\"alg\":\"none\"}", "{\"exp\":4102444800,\"email\":\"fake@example.com\"}", "FAKE")
			.map((part) -> Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString(part.getBytes(StandardCharsets.UTF_8)))
			.collect(Collectors.joining("."));
	}

}
