package com.headjack.session;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.agent.AgentId;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.TestAgents;
import com.headjack.credential.Account;
import com.headjack.credential.Credential;
import com.headjack.credential.CredentialFacts;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class FormerLoginsTests {

	private static final Instant LATER = Scene.NOW.plus(Duration.ofHours(1));

	@TempDir
	Path folder;

	private Scene scene;

	private FormerLogins former;

	@BeforeEach
	void open() throws IOException {
		this.scene = new Scene(this.folder);
		this.former = new FormerLogins(this.scene.sessions, TestAgents.builtIn(), this.scene.credentials,
				this.scene.renewals);
	}

	@ParameterizedTest
	@CsvSource({ "claude,SUBSCRIPTION,true", "claude,API_KEY,true", "codex,API_KEY,true", "codex,SUBSCRIPTION,false",
			"gone,API_KEY,false" })
	void findGivesSessionsFromBeforeTheCaptureThatKeepTheirLogin(String agent, LoginMethod method, boolean found) {
		start("a", agent, new SessionLogin(method, "default"));
		store(agent, method, LATER);
		assertThat(find()).isEqualTo(found ? List.of("a") : List.of());
	}

	@Test
	void findGivesNoOtherSession() throws IOException {
		start("later", "claude", new SessionLogin(LoginMethod.API_KEY, "work"));
		start("other", "claude", new SessionLogin(LoginMethod.API_KEY, "other"));
		start("shell", "shell", null);
		start("ended", "claude", new SessionLogin(LoginMethod.API_KEY, "default"));
		this.scene.out("ended.exit", "0\n");
		store("claude", LoginMethod.API_KEY, LATER);
		try (Credential credential = credential(LoginMethod.API_KEY, Scene.NOW.minusSeconds(1))) {
			this.scene.credentials.put(new Account(new AgentId("claude"), "work"), credential);
			this.scene.credentials.put(new Account(new AgentId("claude"), "other"), credential);
		}
		assertThat(find()).isEmpty();
		assertThat(this.former.find(List.of(this.scene.stopped()))).isEmpty();
	}

	@Test
	void findGivesSessionsWhoseFilesAreOfALoginThatIsNoLongerStored() {
		start("a", "codex", new SessionLogin(LoginMethod.SUBSCRIPTION, "default"));
		assertThat(find()).as("somebody else may have given it").isEmpty();
		this.scene.renewals.prepare(this.scene.instance, TestAgents.builtIn().get("codex"),
				new Account(new AgentId("codex"), null), LoginMethod.SUBSCRIPTION);
		assertThat(find()).containsExactly("a");
		store("codex", LoginMethod.API_KEY, Scene.NOW.minusSeconds(1));
		assertThat(find()).containsExactly("a");
		store("codex", LoginMethod.SUBSCRIPTION, Scene.NOW.minusSeconds(1));
		assertThat(find()).isEmpty();
	}

	private List<String> find() {
		return this.former.find(List.of(this.scene.instance))
			.stream()
			.map((place) -> place.session().name().value())
			.toList();
	}

	private void start(String name, String type, @Nullable SessionLogin login) {
		this.scene.files.claim(new SessionRecord(name, type, Scene.NOW, Scene.NOW, login, Scene.BOOT));
	}

	private void store(String agent, LoginMethod method, Instant captured) {
		try (Credential credential = credential(method, captured)) {
			this.scene.credentials.put(new Account(new AgentId(agent), null), credential);
		}
	}

	private static Credential credential(LoginMethod method, Instant captured) {
		return new Credential(method, Secret.of("FAKE"), new CredentialFacts(null, null, captured, null, false));
	}

}
