package com.headjack.shell.command;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.host.StandardStream;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceId;
import com.headjack.instance.InstanceStatus;
import com.headjack.session.Session;
import com.headjack.session.SessionName;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.terminal.Output;
import com.headjack.work.Loss;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.UnsavedWork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ConsentTests {

	private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

	private static final Instance INSTANCE = new Instance(new InstanceId("cee1cb678e2e"), BranchName.of("feat/x"),
			"repository", Path.of("/repository"), Path.of("/worktree"), InstanceStatus.RUNNING, "container", "image",
			NOW, null, null, false);

	private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

	private Consent consent(List<String> answers, StandardStream... terminals) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, Path.of("/"), Path.of("/"), Map.of(),
				Set.of(terminals));
		Output output = Output.of(new ByteArrayOutputStream(), this.messages);
		return new Consent(host, new ScriptedDialog(answers.iterator(), output), output);
	}

	private Consent consent(String... answers) {
		return consent(List.of(answers), StandardStream.STDIN, StandardStream.STDERR);
	}

	private String said() {
		return this.messages.toString(StandardCharsets.UTF_8);
	}

	private static Session session(String name, String type) {
		return new Session(SessionName.of(name), type, true, OptionalInt.empty(), NOW, NOW, null);
	}

	@ParameterizedTest
	@CsvSource({ "y,true", "Yes,true", "n,false", "'',false" })
	void toEndAtATerminalNamesTheSessionsAndGoesByTheAnswer(String answer, boolean agreed) {
		assertThat(consent(answer).toEnd(INSTANCE, List.of(session("review", "claude"), session("web", "exec")),
				"hjk stop feat/x"))
			.isEqualTo(agreed);
		assertThat(said()).isEqualTo("""
				Running in instance cee1cb678e2e of branch feat/x:
				  review (claude)
				  web (exec)
				? End them? (y/N)\s
				""");
	}

	@Test
	void toEndAsksAgainWhereTheAnswerIsNeither() {
		assertThat(consent("maybe", "yes").toEnd(INSTANCE, List.of(session("review", "claude")), "hjk stop feat/x"))
			.isTrue();
		assertThat(said()).endsWith("""
				? End it? (y/N)\s
				? That is neither yes nor no; answer y or n:\s
				""");
		assertThat(consent("maybe", "").toRemove(INSTANCE, new Loss(UnsavedWork.NONE, List.of()))).isFalse();
	}

	@Test
	void toEndWithoutATerminalRefusesAndSaysHow() {
		assertThatExceptionOfType(UsageException.class)
			.isThrownBy(() -> consent(List.of("y"), StandardStream.STDIN).toEnd(INSTANCE,
					List.of(session("review", "claude")), "hjk stop feat/x"))
			.withMessage("branch \"feat/x\" has running sessions: review (claude)")
			.satisfies(
					(ex) -> assertThat(ex.remedy()).hasValue("let them finish, or end them with 'hjk stop feat/x -f'"));
		assertThat(said()).isEmpty();
	}

	@Test
	void toEndNamesTenOfManySessions() {
		List<Session> many = IntStream.range(10, 25).mapToObj((number) -> session("s" + number, "codex")).toList();
		consent("n").toEnd(INSTANCE, many, "hjk stop feat/x");
		assertThat(said().lines()).hasSize(13).contains("  s19 (codex)", "  and 5 more");
	}

	@Test
	void toRemoveAsksAtATerminalOnly() {
		Loss nothing = new Loss(UnsavedWork.NONE, List.of());
		assertThat(consent("y").toRemove(INSTANCE, nothing)).isTrue();
		assertThat(said()).isEqualTo("? Remove instance cee1cb678e2e of branch feat/x? (y/N) \n");
		assertThatExceptionOfType(UsageException.class)
			.isThrownBy(() -> consent(List.of("y"), StandardStream.STDERR).toRemove(INSTANCE, nothing))
			.withMessage("there is no terminal to ask at");
	}

	@Test
	void toRemoveOfAStashNamesNothingElse() {
		Loss loss = new Loss(new UnsavedWork(0, 0, 1, List.of(), List.of()), List.of());
		assertThatExceptionOfType(UsageException.class)
			.isThrownBy(() -> consent(List.of("y"), StandardStream.STDERR).toRemove(INSTANCE, loss))
			.withMessage("branch \"feat/x\" has 1 stashed change");
	}

	@Test
	void toRemoveListsWhatWouldBeLost() {
		Loss loss = new Loss(new UnsavedWork(12, 1, 1, List.of("?? a\nb", " M \u001b[31m", "?? " + "x".repeat(300)),
				List.of("abc1234 fix")), List.of(session("review", "claude")));
		assertThat(consent("n").toRemove(INSTANCE, loss)).isFalse();
		assertThat(said()).doesNotContain("\u001b")
			.doesNotContain("x".repeat(200))
			.contains("  and 9 more\n")
			.endsWith("""
					Unpushed commits, which stay on the branch:
					  abc1234 fix
					Running sessions:
					  review (claude)
					Stashed changes: 1
					? Remove instance cee1cb678e2e of branch feat/x, and lose uncommitted work? (y/N)\s
					""");
		assertThat(said().lines()).hasSize(11);
		assertThatExceptionOfType(UsageException.class)
			.isThrownBy(() -> consent(List.of("y"), StandardStream.STDERR).toRemove(INSTANCE, loss))
			.withMessageStartingWith(
					"branch \"feat/x\" has 12 uncommitted files and 1 unpushed commit and 1 stashed change: ?? a")
			.withMessageEndingWith("…, and 9 more, abc1234 fix")
			.satisfies((ex) -> assertThat(ex.remedy())
				.hasValue("commit and push it, or remove the instance anyway with 'hjk rm feat/x -f'"));
	}

}
