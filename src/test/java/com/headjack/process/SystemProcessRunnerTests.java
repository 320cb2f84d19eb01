package com.headjack.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SystemProcessRunnerTests {

	private final ProcessRunner runner = new SystemProcessRunner(HostEnvironment.current());

	@TempDir
	Path folder;

	@Test
	void runGivesTheHostsVariablesAndFolder() {
		Map<String, String> variables = Map.of("PATH", "/usr/bin:/bin", "HJK_TEST", "FAKE\u00e4");
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.folder, this.folder, variables,
				Set.of());
		ProcessRunner runner = ProcessRunner.ofSystem(host);
		assertThat(runner.run(shell("env; pwd")).output()).contains("HJK_TEST=FAKE\u00e4")
			.doesNotContain("HOME=")
			.endsWith(this.folder + "\n");
	}

	@Test
	void runGivesOutputErrorsAndCode() {
		CommandResult result = this.runner.run(shell("echo grün; echo oops >&2; exit 3"));
		assertThat(result.output()).isEqualTo("grün\n");
		assertThat(result.errors()).isEqualTo("oops\n");
		assertThat(result.code()).isEqualTo(3);
	}

	@Test
	void runWhenBothStreamsAreLongDoesNotBlock() {
		CommandResult result = this.runner
			.run(shell("for i in 1 2 3; do head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2; done"));
		assertThat(result.output()).hasSize(900_000);
		assertThat(result.errors()).hasSize(64 * 1024);
	}

	@Test
	void runWhenProgramReadsInputGivesItNone() {
		assertThat(this.runner.run(shell("cat; echo end")).require()).isEqualTo("end");
	}

	@Test
	void runUsesFolderAndVariables() throws Exception {
		Command command = new Command(List.of("sh", "-c", "pwd; echo $A; echo [$HOME]"), this.folder, Map.of("A", "b"),
				Set.of("HOME"));
		assertThat(this.runner.run(command).output().lines()).containsExactly(this.folder.toRealPath().toString(), "b",
				"[]");
	}

	@Test
	void runWhenOutputIsTooLongFails() {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(
					() -> new SystemProcessRunner(HostEnvironment.current(), 1000).run(shell("head -c 5000 /dev/zero")))
			.withMessage("sh printed more than 1000 bytes");
	}

	@Test
	void runWhenProgramIsMissingTellsWhatToInstall() {
		assertThatExceptionOfType(ProgramNotFoundException.class)
			.isThrownBy(() -> this.runner.run(Command.of("no-such-program")))
			.withMessage("no-such-program not found")
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.UNAVAILABLE))
			.satisfies((ex) -> assertThat(ex.remedy())
				.hasValueSatisfying((remedy) -> assertThat(remedy).startsWith("install no-such-program")));
	}

	@Test
	void runWhenFolderIsMissingNamesTheFolder() {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(
				() -> this.runner.run(new Command(List.of("true"), this.folder.resolve("none"), Map.of(), Set.of())))
			.withMessage("no such folder: " + this.folder.resolve("none"));
	}

	@Test
	void runWhenBackgroundProgramHoldsTheStreamsEnds() {
		assertThat(this.runner.run(shell("sleep 20 & echo done")).require()).isEqualTo("done");
	}

	@Test
	void runWhenInterruptedEndsTheProgramAndStaysInterrupted() throws Exception {
		Path pid = this.folder.resolve("pid");
		AtomicReference<Throwable> thrown = new AtomicReference<>(new IllegalStateException());
		AtomicReference<Boolean> interrupted = new AtomicReference<>(false);
		Thread thread = Thread.ofPlatform().start(() -> {
			try {
				this.runner.run(shell("echo $$ > '" + pid + "'; exec sleep 60"));
			}
			catch (CommandInterruptedException ex) {
				thrown.set(ex);
				interrupted.set(Thread.currentThread().isInterrupted());
			}
		});
		while (!Files.exists(pid) || Files.size(pid) == 0) {
			Thread.sleep(Duration.ofMillis(10));
		}
		thread.interrupt();
		thread.join();
		assertThat(thrown.get()).isInstanceOf(CommandInterruptedException.class);
		assertThat(interrupted.get()).isTrue();
		assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))).isEmpty();
	}

	@Test
	void runWhenProgramWaitsForAPipeEndsItAndTellsWhere() throws Exception {
		assertThat(this.runner.run(shell("mkfifo '" + this.folder.resolve("pipe") + "'")).succeeded()).isTrue();
		Command command = new Command(List.of("cat", "pipe"), this.folder, Map.of(), Set.of())
			.within(new Deadline(Duration.ofMinutes(1), Duration.ofMillis(500)));
		assertThatExceptionOfType(CommandDeadlineException.class).isThrownBy(() -> this.runner.run(command))
			.withMessage("cat got no answer within 0 seconds in " + this.folder)
			.satisfies((ex) -> assertThat(ex.remedy())
				.hasValueSatisfying((remedy) -> assertThat(remedy).contains("find " + this.folder)))
			.satisfies((ex) -> assertThat(ex.reading(List.of(this.folder, Path.of("/an other"))).remedy())
				.hasValueSatisfying(
						(remedy) -> assertThat(remedy).contains("find %s \"/an other\" -not".formatted(this.folder))));
	}

	@Test
	void runWhenDeadlineIsOverEndsTheDescendantsThatIgnoreSigterm() throws Exception {
		Path pid = this.folder.resolve("pid");
		Command command = shell("sh -c 'trap \"\" TERM; echo $$ > \"" + pid + "\"; while :; do sleep 1; done' & wait")
			.within(new Deadline(Duration.ofSeconds(2), Duration.ofMillis(300)));
		assertThatExceptionOfType(CommandDeadlineException.class).isThrownBy(() -> this.runner.run(command))
			.withMessage("sh got no answer within 2 seconds");
		// A process that nobody waits for may be left as a zombie.
		assertThat(this.runner.run(Command.of("ps", "-o", "stat=", "-p", Files.readString(pid).strip())).output())
			.matches("Z?\\S*\\s*")
			.doesNotContain("S", "R");
	}

	@Test
	void runWhenProgramWorksLongerThanTheIdleTimeLetsItEnd() {
		Command command = shell("i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; sleep 1; echo end")
			.within(new Deadline(Duration.ofMinutes(1), Duration.ofMillis(700)));
		assertThat(this.runner.run(command).require()).isEqualTo("end");
	}

	@Test
	void requireWhenFailedTellsCodeAndErrorsButNeitherWordsNorOutput() {
		CommandResult result = this.runner.run(shell("echo output; echo first >&2; echo last >&2; exit 9 # words"));
		assertThatExceptionOfType(CommandFailedException.class).isThrownBy(result::require)
			.withMessage("sh failed with exit code 9: first / last");
	}

	@Test
	void requireWhenErrorsAreLongTellsTheirEnd() {
		CommandResult result = new CommandResult(Command.of("x"), 1, "", "a".repeat(5000) + "the end");
		assertThatExceptionOfType(CommandFailedException.class).isThrownBy(result::require)
			.satisfies((ex) -> assertThat(ex.getMessage()).endsWith("the end").hasSizeLessThan(600));
	}

	private static Command shell(String script) {
		return Command.of("sh", "-c", script);
	}

}
