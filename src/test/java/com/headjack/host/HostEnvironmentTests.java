package com.headjack.host;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
		assertThat(host.variable("SET")).hasValue("value");
		assertThat(host.variable("BLANK")).isEmpty();
		assertThat(host.variable("UNSET")).isEmpty();
	}

	@Test
	void folderWhenRelativeIsEmpty() {
		HostEnvironment host = host(Map.of("ABSOLUTE", "/data", "RELATIVE", "data"), Set.of());
		assertThat(host.folder("ABSOLUTE")).hasValue(Path.of("/data"));
		assertThat(host.folder("RELATIVE")).isEmpty();
		assertThat(host.folder("UNSET")).isEmpty();
	}

	@Test
	void variableWhenNotUtf8ThrowsWithoutItsValue() {
		HostEnvironment host = host(Map.of("KEY", "CANARY\udcfc"), Set.of());
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> host.variable("KEY"))
			.withMessage("the value of KEY is not UTF-8");
		assertThat(host.bytes("KEY")).hasValueSatisfying(
				(bytes) -> assertThat(bytes).isEqualTo("CANARY\u00fc".getBytes(StandardCharsets.ISO_8859_1)));
	}

	@Test
	void bytesWhenTheSystemDoesNotTellThemThrows() {
		HostEnvironment host = host(Map.of("KEY", "\ud800", "SET", "ü"), Set.of());
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> host.bytes("KEY"));
		assertThat(host.bytes("SET")).hasValueSatisfying((bytes) -> assertThat(bytes).asString().isEqualTo("ü"));
		assertThat(host.bytes("UNSET")).isEmpty();
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
