package com.headjack.shell;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.terminal.Output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RootGuardTests {

	private static final Map<String, String> SUDO = Map.of("SUDO_UID", "1000");

	@TempDir
	Path folder;

	private Path home;

	private Path repository;

	/**
	 * The folder that belongs to user 1000; everything else belongs to root.
	 */
	private Path foreign = Path.of("/nowhere");

	@BeforeEach
	void makeFolders() throws Exception {
		this.folder = this.folder.toRealPath();
		this.home = Files.createDirectories(this.folder.resolve("home"));
		this.repository = Files.createDirectories(this.folder.resolve("repository"));
		Files.createDirectories(this.repository.resolve(".git/objects"));
		Files.writeString(this.repository.resolve(".git/HEAD"), "ref: refs/heads/main\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "run feat/x", "agent feat/x claude", "exec feat/x", "stop feat/x", "recreate feat/x",
			"kill feat/x/a", "attach feat/x", "auth claude", "auth remove claude", "config default.agent claude",
			"config --edit", "shell" })
	void checkWhenRepositoryBelongsToAnotherUserRefuses(String line) {
		this.foreign = this.repository;
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> check("root", SUDO, line))
			.withMessageContaining("as root by sudo, and " + this.repository + " belongs to another user")
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED))
			.satisfies((ex) -> assertThat(ex.remedy())
				.hasValueSatisfying((remedy) -> assertThat(remedy).startsWith("run hjk without sudo")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ps", "ls -a", "logs feat/x a", "auth status", "doctor", "version", "help", "config",
			"config default.agent", "run --help", "rm feat/x", "image build" })
	void checkWhenCommandLeavesNothingAgrees(String line) {
		this.foreign = this.repository;
		assertThatCode(() -> check("root", SUDO, line)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = { "run feat/x", "rm feat/x", "auth claude", "auth status", "doctor" })
	void checkWhenHomeBelongsToAnotherUserRefuses(String line) {
		this.foreign = this.home;
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> check("root", SUDO, line))
			.withMessageContaining(this.home + " belongs to another user");
	}

	@ParameterizedTest
	@CsvSource({ "DOAS_USER,ada,doas", "PKEXEC_UID,1000,pkexec", "SUDO_UID,1000,sudo" })
	void checkNamesTheTool(String variable, String value, String tool) {
		this.foreign = this.repository;
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> check("root", Map.of(variable, value), "run x"))
			.withMessageContaining("by " + tool + ",");
	}

	@ParameterizedTest
	@CsvSource({ "SUDO_UID,0", "DOAS_USER,root", "OTHER,1" })
	void checkWhenRootWorksForItselfAgrees(String variable, String value) {
		this.foreign = this.repository;
		assertThatCode(() -> check("root", Map.of(variable, value), "run x")).doesNotThrowAnyException();
	}

	@Test
	void checkWhenUserIsNotRootAgrees() {
		this.foreign = this.repository;
		assertThatCode(() -> check("ada", SUDO, "run x")).doesNotThrowAnyException();
	}

	@Test
	void checkWhenEverythingBelongsToRootAgrees() {
		assertThatCode(() -> check("root", SUDO, "run x")).doesNotThrowAnyException();
	}

	private void check(String user, Map<String, String> variables, String line) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.home, this.repository, variables,
				Set.of());
		RootGuard guard = new RootGuard(host, user, (path) -> path.startsWith(this.foreign) ? 1000 : 0);
		Output output = Output.of(new ByteArrayOutputStream(), new ByteArrayOutputStream());
		Invocation invocation = new ArgvRunner(TestCommandLine.of(NoApplication.INSTANCE).table(), guard, output)
			.parse(List.of(line.split(" ")));
		guard.check(invocation);
	}

}
