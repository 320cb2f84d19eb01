package com.headjack.store.windows;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.console.ConsoleLauncher;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import com.headjack.wine.Wine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The store on the Credential Manager of Wine: a Java of Windows runs the tests there,
 * and each is told of here.
 */
class WineIntegrationTests {

	@TempDir
	private static Path folder;

	@TestFactory
	Stream<DynamicTest> contract() throws Exception {
		try (Wine wine = Wine.in(folder)) {
			Wine.Result run = wine.java(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData",
					"--enable-native-access=ALL-UNNAMED", "-cp", classPath(), ConsoleLauncher.class.getName(),
					"execute", "--disable-banner", "--details=none",
					"--select-class=" + CredentialManagerContract.class.getName(),
					"--reports-dir=" + Wine.path(folder.resolve("reports"))));
			assertThat(folder.resolve("reports/TEST-junit-jupiter.xml")).as("%s%n%s", run.output(), run.errors())
				.exists();
			List<Element> tests = tests();
			assertThat(tests).hasSizeGreaterThanOrEqualTo(56);
			return tests.stream().map((test) -> DynamicTest.dynamicTest(name(test), () -> passed(test)));
		}
	}

	private static String classPath() {
		return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.map(Wine::path)
			.collect(Collectors.joining(";"));
	}

	private static List<Element> tests() throws Exception {
		NodeList tests = DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(folder.resolve("reports/TEST-junit-jupiter.xml").toFile())
			.getElementsByTagName("testcase");
		return IntStream.range(0, tests.getLength()).mapToObj((index) -> (Element) tests.item(index)).toList();
	}

	private static String name(Element test) {
		return test.getAttribute("name");
	}

	private static void passed(Element test) {
		for (String end : List.of("failure", "error", "skipped")) {
			assertThat(test.getElementsByTagName(end).getLength()).as("%s: %s", name(test), test.getTextContent())
				.isZero();
		}
	}

}
