package com.headjack.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.agent.LoginMethod;
import com.headjack.failure.FailureKind;
import com.headjack.instance.Instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * When a session starts with a login that is near its end, or past it.
 */
class ExpiryGuardTests {

	/**
	 * By the clock of the scene.
	 */
	private static final Instant NOW = Scene.NOW.plusSeconds(60);

	@TempDir
	Path folder;

	private Scene scene;

	private final List<String> notices = new ArrayList<>();

	private final List<Instance> opened = new ArrayList<>();

	private final ProgramLog log = new ProgramLog() {

		@Override
		public void notice(String notice) {
			ExpiryGuardTests.this.notices.add(notice);
		}

	};

	@BeforeEach
	void setUp() throws IOException {
		this.scene = new Scene(this.folder);
	}

	@Test
	void startWithALoginThatIsOverIsRefusedBeforeTheInstance() {
		login("-PT1H", "");
		assertThatExceptionOfType(SessionException.class).isThrownBy(() -> start(false))
			.withMessage("the login of codex expired 1 h ago")
			.satisfies((ex) -> {
				assertThat(ex.kind()).isEqualTo(FailureKind.FAILED);
				assertThat(ex.remedy())
					.hasValue("run 'codex login', then 'hjk auth codex'; --anyway starts the agent all the same");
			});
		assertThat(this.opened).isEmpty();
		assertThat(this.notices).isEmpty();
	}

	@Test
	void startAnywayWarns() {
		login("-PT1H", "");
		start(true);
		assertThat(this.notices)
			.containsExactly("the login of codex expired 1 h ago: run 'codex login', then 'hjk auth codex'");
	}

	@Test
	void startWithALoginThatEndsSoonWarns() {
		login("PT8M", "");
		start(false);
		assertThat(this.notices)
			.containsExactly("the login of codex expires in 8 min: run 'codex login', then 'hjk auth codex'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT1M", "-PT1M", "-P300D" })
	void startWithALoginThatItsAgentRenewsIsSilent(String left) {
		login(left, "FAKE-CANARY");
		start(false);
		assertThat(this.notices).isEmpty();
	}

	@Test
	void startOfACommandAsksForNoLogin() {
		login("-PT1H", "");
		this.scene.lifecycle().start(new Program.Shell(List.of("true")), null, "web-1f0c3a5e", this::open, this.log);
		assertThat(this.notices).isEmpty();
	}

	private void login(String left, String refresh) {
		String claims = "{\"exp\":" + NOW.plus(Duration.parse(left)).getEpochSecond() + "}";
		String token = Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
		this.scene.login("codex", LoginMethod.SUBSCRIPTION,
				"{\"tokens\":{\"access_token\":\"FAKE.%s.FAKE\",\"refresh_token\":\"%s\"}}".formatted(token, refresh));
	}

	private void start(boolean anyway) {
		this.scene.lifecycle()
			.start(new Program.Agent("codex", null, null, List.of(), false, anyway), null, "web-1f0c3a5e", this::open,
					this.log);
	}

	private Instance open() {
		this.opened.add(this.scene.instance);
		return this.scene.instance;
	}

}
