package com.headjack.host;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.failure.HeadjackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HostEnvironmentTests {

	private static final Path HOME = Path.of("/home/me");

	@Test
	void variableWhenUnsetOrBlankIsEmpty() {
		HostEnvironment host = host(Map.of("SET", "value", "BLANK", " "), Set.of());
		assertThat(host.variable(new ProfileVariable("SET"))).hasValue("value");
		assertThat(host.variable(new ProfileVariable("BLANK"))).isEmpty();
		assertThat(host.variable(new ProfileVariable("UNSET"))).isEmpty();
	}

	@Test
	void folderWhenRelativeIsEmpty() {
		HostEnvironment host = host(Map.of("ABSOLUTE", "/data", "RELATIVE", "data"), Set.of());
		assertThat(host.folder(new ProfileVariable("ABSOLUTE"))).hasValue(Path.of("/data"));
		assertThat(host.folder(new ProfileVariable("RELATIVE"))).isEmpty();
		assertThat(host.folder(new ProfileVariable("UNSET"))).isEmpty();
	}

	@Test
	void fileIsMeantFromTheWorkingDirectory() {
		HostEnvironment host = host(Map.of("ABSOLUTE", "/data", "RELATIVE", "data"), Set.of());
		assertThat(host.file(new ProfileVariable("ABSOLUTE"))).hasValue(Path.of("/data"));
		assertThat(host.file(new ProfileVariable("RELATIVE"))).hasValue(host.workingDirectory().resolve("data"));
		assertThat(host.file(new ProfileVariable("UNSET"))).isEmpty();
	}

	@Test
	void givenTellsWhatIsSetEvenIfBlank() {
		HostEnvironment host = host(Map.of("TMUX", "", "http_proxy", "http://proxy", "OTHER", "1"), Set.of());
		assertThat(host.given(List.of(KnownVariable.TMUX, KnownVariable.STY, KnownVariable.LOWER_HTTP_PROXY)))
			.isEqualTo(Map.of("TMUX", "", "http_proxy", "http://proxy"));
	}

	@Test
	void withoutSecretsKeepsWhatTellsWhereThingsAre() {
		HostEnvironment host = host(
				Map.of("HOME", "/home/ada", "DOCKER_HOST", "tcp://engine", "HEADJACK_KEYRING_BACKEND", "keyctl",
						"HEADJACK_KEYRING_PASSWORD", "FAKE-CANARY", "HEADJACK_AGENTS_CODEX_ENV", "A=FAKE-CANARY",
						"VAULT_TOKEN", "FAKE-CANARY", "VAULT_ADDR", "http://vault", "OPENAI_API_KEY", "FAKE-CANARY"),
				Set.of(StandardStream.STDIN));
		HostEnvironment bare = host.withoutSecrets();
		assertThat(bare.variables()).isEqualTo(Map.of("HOME", "/home/ada", "DOCKER_HOST", "tcp://engine",
				"HEADJACK_KEYRING_BACKEND", "keyctl", "VAULT_ADDR", "http://vault"));
		assertThat(bare.workingDirectory()).isEqualTo(bare.home());
		assertThat(bare.terminals()).isEmpty();
	}

	@Test
	void settingsAreTheVariablesThatMaySetAKey() {
		HostEnvironment host = host(Map.of("HEADJACK_B", "1", "HEADJACK_A", "2", "HEADJACK_PROFILE", "ci",
				"HEADJACK_KEYRING_PASSWORD", "FAKE", "HJK_RESIDENT", "off"), Set.of());
		assertThat(host.settings()).extracting(SettingVariable::key).containsExactly("HEADJACK_A", "HEADJACK_B");
	}

	@Test
	void settingVariableOfAnotherNameIsAMistake() {
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new SettingVariable("PATH"));
	}

	@Test
	void variableWhenNotUtf8ThrowsWithoutItsValue() {
		HostEnvironment host = host(Map.of("KEY", "CANARY\udcfc"), Set.of());
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> host.variable(new ProfileVariable("KEY")))
			.withMessage("the value of KEY is not UTF-8");
		assertThat(host.bytes(new ProfileVariable("KEY"))).hasValueSatisfying(
				(bytes) -> assertThat(bytes).isEqualTo("CANARY\u00fc".getBytes(StandardCharsets.ISO_8859_1)));
	}

	@Test
	void bytesWhenTheSystemDoesNotTellThemThrows() {
		HostEnvironment host = host(Map.of("KEY", "\ud800", "SET", "ü"), Set.of());
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> host.bytes(new ProfileVariable("KEY")));
		assertThat(host.bytes(new ProfileVariable("SET")))
			.hasValueSatisfying((bytes) -> assertThat(bytes).asString().isEqualTo("ü"));
		assertThat(host.bytes(new ProfileVariable("UNSET"))).isEmpty();
	}

	@Test
	void workingDirectoryWhenItsNameIsNotUtf8Throws() {
		Path folder = Path.of("/no such folder/\ufffd");
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, HOME, folder, Map.of(), Set.of());
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(host::workingDirectory)
			.withMessage("the path of the working directory is not UTF-8: " + folder);
	}

	@ParameterizedTest
	@CsvSource({ "~,/home/me", "~/a,/home/me/a", "a/b,/home/me/a/b", "/a,/a", "~other/a,/home/me/~other/a" })
	void resolveExpandsTheHomeFolder(String text, Path expected) {
		assertThat(host(Map.of(), Set.of()).resolve(text)).isEqualTo(expected);
	}

	@Test
	void interactiveNeedsATerminalForTheQuestionAndForTheAnswer() {
		assertThat(interactive(StandardStream.STDIN, StandardStream.STDERR)).isTrue();
		assertThat(interactive(StandardStream.STDIN, StandardStream.STDOUT)).isFalse();
		assertThat(interactive(StandardStream.STDOUT, StandardStream.STDERR)).isFalse();
	}

	@Test
	void unattendedHasNobodyToAskUntilItEnds() {
		HostEnvironment host = host(Map.of(), Set.of(StandardStream.values()));
		assertThat(host.unattended(() -> host.interactive() || host.attended())).isFalse();
		assertThat(host.interactive() && host.attended()).isTrue();
	}

	@Test
	void terminalTellsWhichStreamsAreTerminals() {
		HostEnvironment host = host(Map.of(), Set.of(StandardStream.STDOUT));
		assertThat(host.terminal(StandardStream.STDOUT)).isTrue();
		assertThat(host.terminal(StandardStream.STDIN)).isFalse();
	}

	@Test
	void toStringDoesNotShowVariables() {
		assertThat(host(Map.of("KEY", "CANARY"), Set.of())).hasToString("HostEnvironment[LINUX]");
	}

	@Test
	void currentDescribesThisProcess() {
		HostEnvironment host = HostEnvironment.current();
		assertThat(host.variables()).isEqualTo(System.getenv());
		assertThat(host.workingDirectory()).isAbsolute().isDirectory();
		assertThat(host.home()).isAbsolute();
	}

	private static boolean interactive(StandardStream... terminals) {
		return host(Map.of(), Set.of(terminals)).interactive();
	}

	private static HostEnvironment host(Map<String, String> variables, Set<StandardStream> terminals) {
		return new HostEnvironment(OperatingSystem.LINUX, HOME, HOME, variables, terminals);
	}

}
