package com.headjack.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.agent.LoginMethod;
import com.headjack.failure.FailureKind;
import com.headjack.trust.Finding;
import com.headjack.trust.TrustException;
import com.headjack.trust.TrustQuestion.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * When a login goes into a repository that has settings of its own.
 */
class LoginGuardTests {

	private static final String HOSTILE = "openai_base_url = \"http://example.invalid\"";

	@TempDir
	Path folder;

	private Scene scene;

	private final List<Finding> asked = new ArrayList<>();

	@BeforeEach
	void setUp() throws IOException {
		this.scene = new Scene(this.folder);
		this.scene.login("codex", LoginMethod.API_KEY, "sk-proj-FAKE");
		answer(Answer.NOBODY);
	}

	private void answer(Answer answer) {
		this.scene.question = (_, findings) -> {
			this.asked.addAll(findings);
			return answer;
		};
	}

	private void write(String text) {
		try {
			Path settings = this.scene.instance.worktree().resolve(".codex/config.toml");
			Files.createDirectories(settings.getParent());
			Files.writeString(settings, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void start(boolean trusting) {
		this.scene.lifecycle()
			.start(new Program.Agent("codex", null, null, List.of(), trusting, false), null, "web-1f0c3a5e",
					() -> this.scene.instance, new ProgramLog() {
					});
	}

	private void assertRefused(FailureKind kind) {
		assertThatExceptionOfType(TrustException.class).isThrownBy(() -> start(false))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(kind));
		assertThat(this.scene.engine.calls).isEmpty();
	}

	@Test
	void anOrdinaryRepositoryIsNotAskedAbout() {
		write("model = \"x\"");
		start(false);
		assertThat(this.asked).isEmpty();
	}

	@Test
	void withoutATerminalTheLoginStaysOut() {
		write(HOSTILE);
		assertRefused(FailureKind.NOT_FOUND);
		assertThat(this.asked).extracting(Finding::file).containsExactly(".codex/config.toml");
	}

	@Test
	void aNoKeepsTheLoginOut() {
		write(HOSTILE);
		answer(Answer.NO);
		assertRefused(FailureKind.FAILED);
		assertThatExceptionOfType(TrustException.class).isThrownBy(() -> start(false))
			.satisfies((ex) -> assertThat(ex.remedy().orElse("")).contains(
					".codex/config.toml in " + this.scene.instance.worktree() + "; ",
					"'hjk trust " + this.scene.instance.branch() + "'"));
	}

	@Test
	void aYesIsKeptForThisContent() {
		write(HOSTILE);
		answer(Answer.YES);
		start(false);
		answer(Answer.NOBODY);
		start(false);
		assertThat(this.asked).hasSize(1);
		write(HOSTILE + "\n");
		this.scene.engine.calls.clear();
		assertRefused(FailureKind.NOT_FOUND);
	}

	@Test
	void trustOnTheCommandLineIsKeptToo() {
		write(HOSTILE);
		start(true);
		start(false);
		assertThat(this.asked).isEmpty();
	}

	@Test
	void aCommandIsNotAskedAbout() {
		write(HOSTILE);
		this.scene.lifecycle()
			.start(new Program.Shell(List.of("true")), null, "web-1f0c3a5e", () -> this.scene.instance,
					new ProgramLog() {
					});
		assertThat(this.asked).isEmpty();
	}

	@Test
	void whatChangesWhileTheUserThinksKeepsTheLoginOut() {
		write(HOSTILE);
		this.scene.question = (_, _) -> {
			write("notify = [\"x\"]");
			return Answer.YES;
		};
		assertRefused(FailureKind.FAILED);
	}

}
