package com.headjack.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.engine.InMemoryEngine;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostPaths;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceId;
import com.headjack.instance.InstanceStatus;
import com.headjack.instance.TestInstances;
import com.headjack.session.Session;
import com.headjack.session.Sessions;
import com.headjack.session.SessionPlace;
import com.headjack.session.TestSessions;
import com.headjack.shell.grammar.UsageException;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.Worktrees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SessionChoiceTests {

	private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

	@TempDir
	Path folder;

	private SessionChoice choice;

	private Function<Instance, List<Session>> running;

	private final List<Instance> instances = List.of(instance("one", "feat/x"), instance("two", "feat/y"));

	@BeforeEach
	void open() {
		HostPaths paths = new HostPaths(this.folder, this.folder, this.folder, this.folder);
		Worktrees worktrees = new Worktrees((_) -> {
			throw new UnsupportedOperationException();
		}, this.folder);
		InMemoryEngine engine = new InMemoryEngine();
		Sessions sessions = TestSessions.of(TestInstances.of(engine, worktrees, paths), engine);
		this.choice = new SessionChoice(sessions);
		this.running = (instance) -> sessions.list(instance).stream().filter(Session::running).toList();
	}

	private static Instance instance(String id, String branch) {
		return new Instance(new InstanceId(id), BranchName.of(branch), "repository", Path.of("/repository"),
				Path.of("/worktree"), InstanceStatus.RUNNING, "container", "image", NOW, null, null, false);
	}

	private void running(String instance, String... names) throws IOException {
		Path kept = this.folder.resolve(instance);
		Files.createDirectories(kept.resolve("out"));
		Files.writeString(kept.resolve("out/boot"), "first");
		for (String name : names) {
			Files.writeString(kept.resolve(name + ".json"),
					"{\"name\":\"%1$s\",\"type\":\"claude\",\"created\":\"%2$s\",\"accessed\":\"%2$s\",\"boot\":\"first\"}"
						.formatted(name, NOW));
		}
	}

	private void ended(String instance, String name) throws IOException {
		running(instance, name);
		Files.writeString(this.folder.resolve(instance).resolve("out/" + name + ".exit"), "0");
	}

	private String toEnd(String target) {
		SessionPlace place = this.choice.toEnd(this.instances, target, this.running);
		return place.instance().branch() + "/" + place.session().name();
	}

	@ParameterizedTest
	@CsvSource({ "feat/x", "one", "feat/x/a", "one/a" })
	void toEndOfABranchWithOneSessionFindsIt(String target) throws IOException {
		running("one", "a");
		running("two", "b");
		ended("one", "done");
		assertThat(toEnd(target)).isEqualTo("feat/x/a");
	}

	@Test
	void toEndOfASessionThatHasEndedFindsIt() throws IOException {
		ended("one", "done");
		assertThat(toEnd("feat/x/done")).isEqualTo("feat/x/done");
	}

	@Test
	void toEndOfABranchWithSeveralNamesThem() throws IOException {
		running("one", "a", "b");
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> toEnd("feat/x"))
			.withMessage("branch \"feat/x\" has several running sessions: a (claude), b (claude)")
			.satisfies((ex) -> assertThat(ex.remedy()).hasValue("name one, such as 'hjk kill feat/x/a'"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			feat/x   | no session is running for branch "feat/x"          | hjk ps feat/x
			feat/x/b | no session "b" in instance one                     | hjk ps feat/x
			feat/z   | no instance found for branch "feat" or "feat/z"    | did you mean feat/x?
			feat/z/a | no instance found for branch "feat/z" or "feat/z/a" | there are instances for: feat/x, feat/y
			z        | no instance found for branch "z"                   | there are instances for: feat/x, feat/y
			/z       | no instance found for branch "/z"                  | there are instances for: feat/x, feat/y
			feat/z/  | no instance found for branch "feat/z" or "feat/z/" | did you mean feat/x?
			""")
	void toEndOfNothingSaysWhatThereIs(String target, String message, String remedy) throws IOException {
		ended("one", "done");
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> toEnd(target))
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.NOT_FOUND))
			.satisfies((ex) -> assertThat(ex.remedy()).hasValueSatisfying((text) -> assertThat(text).contains(remedy)));
	}

	@Test
	void toReadIsTheNamedOneOrTheLastOne() throws IOException {
		Instance instance = this.instances.getFirst();
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> this.choice.toRead(instance, Optional.empty()))
			.withMessage("branch \"feat/x\" has no sessions");
		ended("one", "done");
		running("one", "a");
		assertThat(this.choice.toRead(instance, Optional.empty()).name()).hasToString("a");
		assertThat(this.choice.toRead(instance, Optional.of("done")).name()).hasToString("done");
	}

}
