package com.headjack.injection;

import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.agent.LoginMethod;
import com.headjack.agent.TestAgents;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class LoginCopiesTests {

	private static final String OAUTH = ".gemini/oauth_creds.json";

	private static final String ACCOUNTS = ".gemini/google_accounts.json";

	@ParameterizedTest
	@CsvSource({ "claude,SUBSCRIPTION", "claude,API_KEY", "codex,API_KEY", "gemini,API_KEY" })
	void ofALoginThatNoFileHoldsAloneIsEmpty(String agent, LoginMethod method) {
		assertThat(of(agent, method).isEmpty()).isTrue();
	}

	@Test
	void splitAndJoinOfAWholeFileKeepEveryByte() {
		String login = "{ \"tokens\" : {\"refresh_token\":\"FAKE\"}}\n";
		LoginCopies copies = of("codex", LoginMethod.SUBSCRIPTION);
		assertThat(split(copies, login)).isEqualTo(Map.of(".codex/auth.json", login));
		assertThat(join(copies, Map.of(".codex/auth.json", login))).isEqualTo(login);
	}

	@Test
	void splitAndJoinOfMembersKeepThem() {
		String login = "{\"google_accounts\":{\"active\":\"ada@example.com\"},\"oauth_creds\":{\"refresh_token\":\"FAKE\"}}";
		LoginCopies copies = of("gemini", LoginMethod.SUBSCRIPTION);
		Map<String, String> files = Map.of(OAUTH, "{\"refresh_token\":\"FAKE\"}", ACCOUNTS,
				"{\"active\":\"ada@example.com\"}");
		assertThat(split(copies, login)).isEqualTo(files);
		assertThat(join(copies, files)).isEqualTo(login);
	}

	@Test
	void splitAndJoinLeaveOutWhatIsMissing() {
		LoginCopies copies = of("gemini", LoginMethod.SUBSCRIPTION);
		Map<String, String> files = Map.of(OAUTH, "{\"refresh_token\":\"FAKE\"}");
		assertThat(split(copies, "{\"oauth_creds\":{\"refresh_token\":\"FAKE\"}}")).isEqualTo(files);
		assertThat(join(copies, files)).isEqualTo("{\"oauth_creds\":{\"refresh_token\":\"FAKE\"}}");
	}

	@ParameterizedTest
	@CsvSource({ "{\"refresh_token\":", "FAKE", "[]", "''" })
	void joinOfWhatIsNoObjectIsEmpty(String content) {
		assertThat(join(of("gemini", LoginMethod.SUBSCRIPTION), Map.of(OAUTH, content))).isEmpty();
	}

	private static LoginCopies of(String agent, LoginMethod method) {
		return LoginCopies.of(TestAgents.builtIn().get(agent).login(method).orElseThrow());
	}

	private static Map<String, String> split(LoginCopies copies, String login) {
		try (Secret credential = Secret.of(login)) {
			return copies.split(credential)
				.entrySet()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, (file) -> file.getValue().reveal()));
		}
	}

	private static String join(LoginCopies copies, Map<String, String> files) {
		Map<String, Secret> contents = files.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (file) -> Secret.of(file.getValue())));
		return copies.join(contents).map(Secret::reveal).orElse("");
	}

}
