package com.headjack.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

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
