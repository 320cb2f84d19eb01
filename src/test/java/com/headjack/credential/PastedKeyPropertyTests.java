package com.headjack.credential;

import java.time.Clock;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.TestAgents;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/**
 * Random surroundings give the key alone, or a refusal: never another text without a
 * warning.
 */
class PastedKeyPropertyTests {

	private static final int ROUNDS = 400;

	private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

	private static final List<String> AROUND = List.of("\"", "'", "`", "\u201c", "\u201d", "\u00ab", "\u00bb", " ",
			"\t", "\n", "\r\n", "=", ":", ",", ";", ".", "#", "//", "(", ")", "{", "}", "[", "]", "<", ">", "$", "%",
			"&", "|", "\\", "\\n", "%20", "%22", "&quot;", "\u200b", "\u00a0", "\ufeff", "\u00ad", "\u2026", "***",
			"export ", "ANTHROPIC_API_KEY", "OPENAI_API_KEY=", "Bearer ", "x-api-key: ", "curl -H ", "\u001b[200~",
			"\u001b[201~", "```", "word", "two words", "/", "+", "~", "-", "_", "\u0000", "\u2028");

	private final AgentCatalog catalog = TestAgents.builtIn();

	private final RecordingLog log = new RecordingLog();

	private final CredentialCheck check = new CredentialCheck(new Recognition(this.catalog), new LoginJson(), this.log,
			Clock.systemUTC());

	@ParameterizedTest
	@CsvSource({ "claude,API_KEY,sk-ant-api03-,93,AA,true", "claude,SUBSCRIPTION,sk-ant-oat01-,93,AA,true",
			"gemini,API_KEY,AIzaSy,33,'',true", "gemini,API_KEY,AQ.Ab8,46,'',false",
			"codex,API_KEY,sk-proj-,156,'',false", "codex,API_KEY,sk-,48,'',false",
			"opencode,API_KEY,sk-ant-api03-,93,AA,true" })
	void checkGivesTheKeyOrRefuses(String agent, LoginMethod method, String beginning, int length, String end,
			boolean sure) {
		Random random = new Random(7);
		int taken = 0;
		for (int i = 0; i < ROUNDS; i++) {
			String key = beginning + body(random, length) + end;
			// Nothing tells the end of a key of any length from a word that is joined to
			// it.
			String joint = sure ? "" : List.of(" ", "\"", "\n\n= ", ",", "\u200b ").get(random.nextInt(5));
			String text = around(random) + key + joint + around(random);
			this.log.warnings.clear();
			String found = check(agent, method, Secret.of(text));
			if (!found.isEmpty()) {
				taken++;
				assertThat(found.equals(key) || !this.log.warnings.isEmpty()).as(text).isTrue();
			}
		}
		assertThat(taken).isGreaterThan(ROUNDS / 3);
	}

	@ParameterizedTest
	@CsvSource({ "claude,API_KEY", "claude,SUBSCRIPTION", "gemini,API_KEY", "gemini,SUBSCRIPTION", "codex,API_KEY",
			"codex,SUBSCRIPTION" })
	void checkOfRandomBytesRefuses(String agent, LoginMethod method) {
		Random random = new Random(7);
		for (int i = 0; i < ROUNDS; i++) {
			byte[] bytes = new byte[random.nextInt(200)];
			random.nextBytes(bytes);
			assertThatCode(() -> assertThat(check(agent, method, Secret.of(bytes))).isEmpty())
				.doesNotThrowAnyException();
		}
	}

	/**
	 * Checks a text.
	 * @return the key, or {@code ""} if it is refused
	 */
	private String check(String agent, LoginMethod method, Secret given) {
		try (Credential credential = this.check.check(new Subject(this.catalog.get(agent), method, null), given)) {
			return credential.value().reveal();
		}
		catch (CredentialException ex) {
			assertThat(ex).hasNoCause();
			return "";
		}
	}

	private static String body(Random random, int length) {
		StringBuilder body = new StringBuilder();
		for (int i = 0; i < length; i++) {
			body.append((LETTERS + ((i > 0 && i < length - 1) ? "_-" : "")).charAt(random.nextInt(LETTERS.length())));
		}
		return body.toString();
	}

	private static String around(Random random) {
		StringBuilder around = new StringBuilder();
		for (int i = random.nextInt(5); i > 0; i--) {
			around.append(AROUND.get(random.nextInt(AROUND.size())));
		}
		return around.toString();
	}

}
