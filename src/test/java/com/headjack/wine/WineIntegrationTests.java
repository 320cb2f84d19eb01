package com.headjack.wine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.console.ConsoleLauncher;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import com.headjack.credential.TestKeys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is made for Windows, under Wine. A Java of Windows runs tests there, and each is
 * told of here.
 */
class WineIntegrationTests {

	@TempDir
	private static Path folder;

	private static Wine wine;

	@BeforeAll
	static void setUp() throws Exception {
		wine = Wine.in(folder);
		// A space, as in many names of Windows.
		Files.createSymbolicLink(folder.resolve("head jack"), Path.of(System.getProperty("headjack.distribution")));
		Files.createDirectory(folder.resolve("work"));
	}

	@AfterAll
	static void tearDown() throws IOException {
		wine.close();
	}

	@TestFactory
	Stream<DynamicTest> credentialManager() throws Exception {
		List<DynamicTest> tests = tests("com.headjack.store.windows.CredentialManagerContract");
		assertThat(tests).hasSizeGreaterThanOrEqualTo(56);
		return tests.stream();
	}

	@TestFactory
	Stream<DynamicTest> namedPipes() throws Exception {
		List<DynamicTest> tests = tests("com.headjack.engine.docker.NamedPipeContract");
		assertThat(tests).hasSize(7);
		return tests.stream();
	}

	@Test
	void launcherPassesArgumentsAndTheExitCode() throws Exception {
		assertThat(hjk("", "version")).satisfies((run) -> assertThat(run.code()).as(run.errors()).isZero())
			.satisfies((run) -> assertThat(run.output()).startsWith("headjack "));
		// Where program and argument have spaces, cmd /c takes some of the quotes away.
		Path plain = Path.of(System.getProperty("headjack.distribution"), "bin/hjk.cmd");
		assertThat(run(Wine.path(plain), "", "two words"))
			.satisfies((run) -> assertThat(run.code()).as(run.errors()).isEqualTo(2))
			.satisfies((run) -> assertThat(run.errors()).contains("unknown command \"two words\""));
	}

	@Test
	void launcherWithoutAJavaSaysSo() throws Exception {
		Wine.Result run = wine.run(folder.resolve("work"), Map.of(), List.of("cmd", "/c", launcher(), "version"));
		assertThat(run.code()).isEqualTo(4);
		assertThat(run.errors().lines()).containsExactly("error: hjk needs Java 25 or later and found none",
				"hint: install a JDK 25 (for example Eclipse Temurin), or point HJK_JAVA_HOME to one");
	}

	@Test
	void loginIsKeptByTheCredentialManager() throws Exception {
		Wine.Result login = hjk(TestKeys.CLAUDE_KEY, "auth", "claude", "--method", "apikey");
		assertThat(login.code()).as(login.errors()).isZero();
		Wine.Result status = hjk("", "auth", "status");
		assertThat(status.output().lines()).as(status.errors())
			.anySatisfy((line) -> assertThat(line).startsWith("claude").contains("wincred"));
		assertThat(status.output() + status.errors() + login.output() + login.errors()).doesNotContain("CANARY");
	}

	@Test
	void doctorTellsOfTheCredentialManagerAndOfThePipes() throws Exception {
		Wine.Result doctor = hjk("", "doctor");
		assertThat(doctor.output()).as(doctor.errors())
			.contains("wincred")
			.contains("npipe:////./pipe/docker_engine, npipe:////./pipe/podman-machine-default");
	}

	private static String launcher() {
		return Wine.path(folder.resolve("head jack/bin/hjk.cmd"));
	}

	private static Wine.Result hjk(String input, String... arguments) throws Exception {
		return run(launcher(), input, arguments);
	}

	private static Wine.Result run(String launcher, String input, String... arguments) throws Exception {
		Map<String, String> variables = new TreeMap<>();
		variables.put("HJK_JAVA_HOME", wine.javaHome());
		variables.put("HJK_JAVA_OPTS", String.join(" ", wine.javaOptions()));
		// For other programs: an agent that is nowhere would stop any Java.
		variables.put("JAVA_TOOL_OPTIONS", "-javaagent:none.jar \"a & b\" %x% !y!");
		List<String> words = Stream.concat(Stream.of("cmd", "/c", launcher), Stream.of(arguments)).toList();
		return wine.run(folder.resolve("work"), variables, words, input);
	}

	private static List<DynamicTest> tests(String type) throws Exception {
		Path reports = folder.resolve(type);
		Wine.Result run = wine.java(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData",
				"--enable-native-access=ALL-UNNAMED", "-cp", classPath(), ConsoleLauncher.class.getName(), "execute",
				"--disable-banner", "--details=none", "--select-class=" + type, "--reports-dir=" + Wine.path(reports)));
		Path report = reports.resolve("TEST-junit-jupiter.xml");
		assertThat(report).as("%s%n%s", run.output(), run.errors()).exists();
		return cases(report).stream()
			.map((test) -> DynamicTest.dynamicTest(name(test), () -> assertPassed(test)))
			.toList();
	}

	private static String classPath() {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.map(Wine::path)
			.collect(Collectors.joining(";"));
	}

	private static List<Element> cases(Path report) throws Exception {
		NodeList cases = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(report.toFile())
			.getElementsByTagName("testcase");
		return IntStream.range(0, cases.getLength()).mapToObj((index) -> (Element) cases.item(index)).toList();
	}

	private static String name(Element test) {
		return test.getAttribute("name");
	}

	private static void assertPassed(Element test) {
		for (String end : List.of("failure", "error", "skipped")) {
			assertThat(test.getElementsByTagName(end).getLength()).as("%s: %s", name(test), test.getTextContent())
				.isZero();
		}
	}

}
