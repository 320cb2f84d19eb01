package com.headjack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.configuration.Setting;
import com.headjack.host.KnownVariable;
import com.headjack.shell.TestCommandLine;
import com.headjack.shell.grammar.CommandDefinition;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the documentation says of the code, and of itself. Its commands are run by
 * {@code DocumentationIntegrationTests}.
 */
class DocumentationTests {

	private static final Pattern FENCE = Pattern.compile("(?m)^( *)```(.*)$");

	private static final Pattern LINK = Pattern.compile("]\\(([^)#:]*)(#[^)]*)?\\)");

	private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]*) \\|");

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| (`[^|]*) \\|");

	private static final Pattern SHELL_VARIABLE = Pattern.compile("\\$\\{?([A-Z][A-Z0-9_]+)");

	private static final Pattern MEMBER = Pattern.compile("members\\.put\\(\"(\\w+)\"");

	private static final Pattern KEY = Pattern.compile("(?:sk-[a-z]|AIza|hvs\\.)[^\\s\"'`…]{12,}");

	static List<Path> pages() throws IOException {
		try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
			return Stream
				.concat(Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "bench/README.md").map(Path::of),
						docs.filter((path) -> path.toString().endsWith(".md")))
				.sorted()
				.toList();
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void linksOfAPageLeadSomewhere(Path page) throws IOException {
		for (MatchResult link : LINK.matcher(prose(page)).results().toList()) {
			Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
			assertThat(target).as(link.group()).exists();
			if (link.group(2) != null) {
				assertThat(anchors(target)).as(link.group()).contains(link.group(2));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void everyBlockOfAPageIsOfAKnownKind(Path page) throws IOException {
		List<MatchResult> fences = FENCE.matcher(Files.readString(page)).results().toList();
		assertThat(fences.size() % 2).as("fences that are closed").isZero();
		for (int i = 0; i < fences.size(); i += 2) {
			assertThat(fences.get(i).group(1)).as("indent of " + fences.get(i).group()).isEmpty();
			assertThat(fences.get(i).group(2)).matches("console|console no-run: .+|yaml|json|java|dockerfile|text");
		}
	}

	@ParameterizedTest
	@MethodSource("pages")
	void keysOfAPageAreVisiblyFake(Path page) throws IOException {
		assertThat(KEY.matcher(Files.readString(page)).results().map(MatchResult::group))
			.allSatisfy((key) -> assertThat(key).contains("FAKE"));
	}

	@Test
	void packagesOfTheArchitectureAreThoseThatAreHeld() throws IOException {
		List<String> documented = ROW.matcher(section(Path.of("docs/architecture.md"), "## Packages"))
			.results()
			.map((row) -> row.group(1) + " uses " + codes(row.group(2)))
			.toList();
		assertThat(documented).containsExactlyElementsOf(ArchitectureTests.MAY_USE.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + " uses " + new TreeSet<>(entry.getValue()))
			.toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "docs/architecture.md", "CONTRIBUTING.md" })
	void classesThatAPageNamesAreThere(Path page) throws IOException {
		List<String> known = sources();
		assertThat(CODE.matcher(prose(page)).results().map((code) -> code.group(1)))
			.filteredOn((code) -> code.matches("([a-z]+/)*[A-Z][a-z]+[A-Z]\\w+(\\..*)?"))
			.allSatisfy((code) -> assertThat(known).contains(code.replaceFirst("\\..*", "").replaceFirst(".*/", "")));
	}

	@Test
	void keysOfTheConfigurationAreDocumentedWithWhatTheyTake() throws IOException {
		assertThat(ROW.matcher(section(Path.of("docs/reference/configuration.md"), "## Keys"))
			.results()
			.map((row) -> row.group(1) + " takes " + String.valueOf(row.group(2)).replace("`", "")))
			.containsExactly(Arrays.stream(Setting.values())
				.map((setting) -> setting.pattern() + " takes " + setting.takes())
				.toArray(String[]::new));
	}

	@Test
	void variablesAreDocumented() throws IOException {
		String tables = section(Path.of("docs/reference/configuration.md"), "## Variables").replaceFirst("(?s)\n### .*",
				"");
		List<String> documented = FIRST_CELL.matcher(tables)
			.results()
			.flatMap((row) -> CODE.matcher(String.valueOf(row.group(1))).results())
			.map((code) -> code.group(1))
			.toList();
		assertThat(documented).doesNotHaveDuplicates()
			.containsAll(keys())
			.filteredOn((name) -> !keys().contains(name))
			.isNotEmpty()
			.allSatisfy((name) -> assertThat(name).as("a variable of a setting").startsWith("HEADJACK_"));
	}

	private static List<String> keys() {
		return Arrays.stream(KnownVariable.values()).map(KnownVariable::key).toList();
	}

	/**
	 * The launcher's own variables are in lower case.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "bin/hjk", "lib/java.sh" })
	void variablesThatTheLauncherReadsAreKnown(String script) throws IOException {
		assertThat(SHELL_VARIABLE.matcher(Files.readString(Path.of("src/main/dist", script)))
			.results()
			.map((variable) -> variable.group(1))).isSubsetOf(keys());
	}

	@Test
	void commandsThatPrintJsonAreDocumented() throws IOException {
		assertThat(ROW.matcher(section(Path.of("docs/reference/commands.md"), "## JSON"))
			.results()
			.map((row) -> String.valueOf(row.group(1)).replaceFirst("^hjk ", "").replaceFirst(" (BRANCH|--.*)$", ""))
			.collect(Collectors.toSet()))
			.isEqualTo(TestCommandLine.of(TestCommandLine.noApplication())
				.table()
				.definitions()
				.filter((command) -> command.getOptions()
					.stream()
					.anyMatch((option) -> "output".equals(option.longName())))
				.map(CommandDefinition::getName)
				.collect(Collectors.toSet()));
	}

	@Test
	void membersOfJsonAreDocumented() throws IOException {
		List<String> documented = ROW.matcher(section(Path.of("docs/reference/commands.md"), "## JSON"))
			.results()
			.map((row) -> names(CODE, String.valueOf(row.group(2)).replaceAll("\\([^)]*\\)", "")))
			.toList();
		assertThat(documented).containsExactlyInAnyOrderElementsOf(printedMembers());
	}

	/**
	 * The members of each object that a command prints, as its class puts them.
	 */
	private static List<String> printedMembers() throws IOException {
		List<String> printed = new ArrayList<>();
		try (Stream<Path> files = Files.list(Path.of("src/main/java/com/headjack/shell/command"))) {
			for (Path file : files.toList()) {
				Stream.of(Files.readString(file).split("members = new "))
					.map((part) -> names(MEMBER, part))
					.filter((names) -> !names.isEmpty())
					.forEach(printed::add);
			}
		}
		return printed;
	}

	private static String names(Pattern pattern, String text) {
		return pattern.matcher(text).results().map((match) -> match.group(1)).collect(Collectors.joining(", "));
	}

	@Test
	void settingsOfGitThatReachAContainerAreDocumented() throws IOException {
		String list = Files.readString(Path.of("src/main/resources/com/headjack/gitconfig/allowed.txt"));
		assertThat(section(Path.of("docs/reference/git.md"), "## Settings that reach a container").lines())
			.containsSequence(list.lines()
				.filter((line) -> !line.isEmpty() && !line.startsWith("#"))
				.map((line) -> "| `" + line.replaceFirst(" \\| ", "` | `").replaceFirst("(`.*`.*?) \\| ", "$1` | ")
						+ " |")
				.toList());
	}

	private static List<String> sources() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("src"))) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(".java"))
				.map((name) -> name.substring(0, name.length() - ".java".length()))
				.toList();
		}
	}

	private static Set<String> codes(String cell) {
		return CODE.matcher(cell)
			.results()
			.map((code) -> code.group(1).replace("com.headjack", ""))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String section(Path page, String heading) throws IOException {
		String text = Files.readString(page);
		int begin = text.indexOf(heading);
		int end = text.indexOf("\n## ", begin);
		return text.substring(begin, (end < 0) ? text.length() : end);
	}

	/**
	 * A page without its blocks.
	 */
	private static String prose(Path page) throws IOException {
		return Files.readString(page).replaceAll("(?ms)^```.*?^```$", "");
	}

	/**
	 * The anchors of a page's headings, as they are made where pages are shown.
	 */
	private static List<String> anchors(Path page) throws IOException {
		return HEADING.matcher(prose(page))
			.results()
			.map((heading) -> Objects.requireNonNull(heading.group(1)).toLowerCase(Locale.ROOT))
			.map((title) -> "#" + title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
			.toList();
	}

}
