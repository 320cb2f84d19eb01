package com.headjack.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

import com.headjack.agent.Home;
import com.headjack.engine.EngineException;
import com.headjack.engine.ContainerUnresponsiveException;
import com.headjack.engine.ExecResult;
import com.headjack.injection.Homes;
import com.headjack.injection.InjectionPlan;
import com.headjack.injection.SettingsChange;
import com.headjack.secret.Secret;
import com.headjack.instance.InstanceException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SessionLauncherTests {

	private static final ExecResult DONE = new ExecResult(0, "", "");

	private static final ExecResult CHANGED = new ExecResult(75, "", "");

	private static final Launch LAUNCH = new Launch.Shell(new Program.Shell(List.of("claude")));

	@TempDir
	Path folder;

	private Scene scene;

	private final List<String> told = new ArrayList<>();

	private final ProgramLog log = new ProgramLog() {

		@Override
		public void startingProgram(Program program) {
			SessionLauncherTests.this.told.add("starting " + program.type());
		}

		@Override
		public void notice(String notice) {
			SessionLauncherTests.this.told.add(notice);
		}

		@Override
		public void variableLeftOut(String variable) {
			SessionLauncherTests.this.told.add("left out " + variable);
		}

	};

	@BeforeEach
	void open() throws IOException {
		this.scene = new Scene(this.folder);
	}

	private Session start(@Nullable String name) {
		try (SessionPlan plan = new SessionPlan(List.of("claude"),
				new InjectionPlan(Map.of("TOKEN", Secret.of("CANARY")), Map.of(),
						Map.of(".a.json", SettingsChange.adding(JsonNodeFactory.instance.objectNode().put("a", 1))),
						List.of(), List.of(), Set.of("KEY"), Set.of("OTHER"),
						new Homes(List.of(new Home(".a.json", "A_HOME", "a.json")), Map.of())))) {
			return this.scene.launcher()
				.start(this.scene.instance, this.scene.files, LAUNCH, plan,
						(name != null) ? SessionName.of(name) : null, this.log);
		}
	}

	private void answer(Scripts script, Supplier<ExecResult> answer) {
		this.scene.engine.answer(script, answer);
	}

	@Test
	void startLooksThenStartsInTmuxAsTheUser() {
		answer(Scripts.SURVEY, () -> new ExecResult(0, "/workspace/h/a.json\n/workspace/h\n\nKEY\n", ""));
		Session session = start("a");
		assertThat(session.running()).isTrue();
		assertThat(this.scene.session("a")).isEqualTo(session);
		assertThat(session.created()).isEqualTo(Scene.NOW.plusSeconds(60));
		assertThat(this.scene.engine.calls).extracting(ScriptedEngine.Call::script)
			.containsExactly(Scripts.SURVEY, Scripts.START);
		ScriptedEngine.Call call = this.scene.engine.calls.getLast();
		assertThat(call.request().user()).isEqualTo(this.scene.user());
		assertThat(call.words()).containsSubsequence("variable", "TOKEN", "", "settings", "/workspace/h/a.json", "",
				"env", "-u", "KEY", "tmux", "-u", "new-session", "sh", "-c", Scripts.SUPERVISE.text(), "sh",
				"/var/log/headjack/a", "/run/headjack/a.launch");
		assertThat(this.told).containsExactly("starting exec", "left out KEY", "left out OTHER",
				"A_HOME is /workspace/h, a folder of the worktree: what the agent keeps there can be committed");
	}

	@Test
	void startKeepsTheSecretOutOfWordsAndWipesTheRequest() {
		start("a");
		ScriptedEngine.Call call = this.scene.engine.calls(Scripts.START).getFirst();
		assertThat(call.input()).startsWith("Q0FOQVJZ\n");
		assertThat(call.request().command()).noneMatch((word) -> word.contains("CANARY"));
		assertThat(call.request().environment()).isEmpty();
		Secret input = Objects.requireNonNull(call.request().input());
		assertThatIllegalStateException().isThrownBy(input::reveal);
	}

	@Test
	void startWithoutANameMakesOneUpThatIsFree() {
		String first = start(null).name().value();
		assertThat(start(null).name().value()).isNotEqualTo(first).matches("[a-z]+-[a-z]+");
	}

	@Test
	void startWithANameThatIsTakenLeavesTheOtherSession() {
		Session other = start("a");
		assertThatExceptionOfType(SessionException.class).isThrownBy(() -> start("a"))
			.withMessage("there is a session \"a\" already");
		assertThat(this.scene.session("a")).isEqualTo(other);
		assertThat(this.scene.engine.calls).hasSize(2);
	}

	@Test
	void startWhereTheContainerDoesNotAnswerLeavesNoRecordAndSaysWhatToDo() {
		answer(Scripts.START, () -> {
			throw new ContainerUnresponsiveException("0123", "run sh to its end", Duration.ofSeconds(30), null);
		});
		String branch = this.scene.instance.quotedBranch();
		assertThatExceptionOfType(InstanceException.class).isThrownBy(() -> start("a"))
			.withMessage("the container of branch \"%s\" did not start the session within 30 s", branch)
			.satisfies((ex) -> assertThat(ex.remedy())
				.contains("run 'hjk recreate %1$s' for a new container, or 'hjk rm %1$s -f'".formatted(branch)));
		assertThat(this.scene.sessions.list(this.scene.instance)).isEmpty();
	}

	@Test
	void startLooksAgainWhereSettingsWereChangedMeanwhile() {
		this.scene.engine.answer(Scripts.START, List.of(() -> CHANGED, () -> CHANGED, () -> DONE));
		start("a");
		assertThat(this.scene.engine.calls(Scripts.SURVEY)).hasSize(3);
	}

	@Test
	void startGivesUpWhereSettingsKeepChanging() {
		answer(Scripts.START, () -> CHANGED);
		assertThatExceptionOfType(SessionException.class).isThrownBy(() -> start("a"))
			.withMessage("the session could not be started: another program keeps changing the agent's settings");
		assertThat(this.scene.engine.calls(Scripts.START)).hasSize(10);
		assertThat(this.scene.files.records()).isEmpty();
	}

	@Test
	void startWhenTmuxFailsSaysWhyAndLeavesNoRecord() {
		answer(Scripts.START, () -> new ExecResult(1, "", "no server\nmore\n"));
		assertThatExceptionOfType(SessionException.class).isThrownBy(() -> start("a"))
			.withMessage("the session could not be started: no server");
		answer(Scripts.START, () -> new ExecResult(7, "", " "));
		assertThatExceptionOfType(SessionException.class).isThrownBy(() -> start("a"))
			.withMessage("the session could not be started: tmux ended with 7");
		assertThat(this.scene.files.records()).isEmpty();
	}

	@Test
	void startWhenTheEngineFailsAtAnyStepLeavesNoRecord() {
		for (Scripts script : List.of(Scripts.SURVEY, Scripts.START)) {
			answer(script, () -> {
				throw new EngineException("it is gone", null, null);
			});
			assertThatExceptionOfType(EngineException.class).isThrownBy(() -> start("a"));
			assertThat(this.scene.files.records()).isEmpty();
			answer(script, () -> DONE);
		}
		assertThat(start("a").running()).isTrue();
	}

}
