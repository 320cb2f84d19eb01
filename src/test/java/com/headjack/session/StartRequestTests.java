package com.headjack.session;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import com.headjack.engine.ExecRequest;
import com.headjack.injection.Homes;
import com.headjack.injection.InjectionPlan;
import com.headjack.injection.SettingsChange;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * The protocol between the host and start.sh.
 */
class StartRequestTests {

	private static final ObjectNode WANTED = JsonNodeFactory.instance.objectNode().put("a", 1);

	private static final Survey NOTHING = new Survey(Map.of(), Map.of(), Map.of(), Set.of());

	private static SessionPlan plan(String... words) {
		return new SessionPlan(List.of(words),
				new InjectionPlan(Map.of("TOKEN", Secret.of("CANARY"), "IS_SANDBOX", Secret.of("1")),
						Map.of(".b/auth", Secret.of("CANARY-b\n"), ".a/auth", Secret.of("")),
						Map.of(".c/json", SettingsChange.adding(WANTED)), List.of(".a/talks/", ".a/said"), List.of(),
						Set.of(), Set.of(), Homes.NONE));
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void ofGivesNamesAsWordsAndContentsAsLines() {
		SettingsFile settings = new SettingsFile(WANTED, "123-4");
		Survey survey = new Survey(Map.of(".c/json", SettingsFile.parse("/home/me/.c/json", "123-4 ")),
				Map.of(".a/auth", "/moved/auth", ".b/auth", "/home/me/.b/auth", ".c/json", "/home/me/.c/json",
						".a/talks/", "/home/me/talks/"),
				Map.of("A_HOME", "/moved", "B_HOME", "", "TOKEN", "/other"), Set.of());
		try (SessionPlan plan = plan("claude", "it's");
				ExecRequest request = StartRequest.of(plan, survey, "/run/headjack/a.launch", List.of("env", "tmux"))) {
			assertThat(request.command()).containsExactly("sh", "-c", Scripts.START.text(), "sh",
					"/run/headjack/a.launch", "9", "variable", "IS_SANDBOX", "", "variable", "A_HOME", "", "variable",
					"TOKEN", "", "variable", "HEADJACK_COMMAND", "", "secret", ".a/auth", "/moved/auth", "secret",
					".b/auth", "/home/me/.b/auth", "settings", "/home/me/.c/json", "123-4", "conversation",
					"/home/me/talks/", ".a/talks/", "conversation", ".a/said", ".a/said", "env", "tmux");
			assertThat(request.environment()).isEmpty();
			Secret input = Objects.requireNonNull(request.input());
			assertThat(input.reveal())
				.isEqualTo("MQ==\n" + base64("/moved") + "\n" + base64("/other") + "\n" + base64("'claude' 'it'\\''s'")
						+ "\n\n" + base64("CANARY-b\n") + "\n" + base64(settings.text()) + "\n\n\n");
		}
	}

	@Test
	void closeWipesTheInput() {
		try (SessionPlan plan = plan("claude")) {
			ExecRequest request = StartRequest.of(plan, NOTHING, "l", List.of());
			request.close();
			Secret input = Objects.requireNonNull(request.input());
			assertThatIllegalStateException().isThrownBy(input::reveal);
		}
	}

	@Test
	void ofWhenTheCommandIsTooLongFails() {
		try (SessionPlan plan = plan("claude", "x".repeat(128 * 1024))) {
			assertThatExceptionOfType(SessionException.class)
				.isThrownBy(() -> StartRequest.of(plan, NOTHING, "l", List.of()))
				.withMessageStartingWith("the command is too long: 131");
		}
	}

}
