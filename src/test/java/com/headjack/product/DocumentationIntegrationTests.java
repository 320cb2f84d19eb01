package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The documentation's commands, as a reader types them: page by page in one shell, in a
 * scratch home and a sample repository.
 */
class DocumentationIntegrationTests {

	private static final Pattern RESULT = Pattern.compile("(?s)@@@ begin (\\d+)\n(.*?)\n?@@@ end (\\d+)\n");

	/**
	 * What ends a command of hjk in a line of a shell.
	 */
	private static final String END = " +[|<>&#].*$";

	/**
	 * A command in the overview of help.
	 */
	private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+(?: [a-z]+)*)  +[A-Z]");

	@TempDir
	Path folder;

	private Hjk product;

	static List<DocumentationPage> pages() throws IOException {
		return DocumentationPage.all().stream().filter((page) -> !page.commands().isEmpty()).toList();
	}

	@BeforeEach
	void makeProduct() throws IOException {
		this.product = new Hjk(this.folder, World.of(this));
		Path bin = Objects.requireNonNull(this.product.launcher().getParent());
		this.product.with("PATH", bin + ":" + System.getenv("PATH"));
		Path configuration = Files.createDirectories(this.product.home().resolve(".config/headjack"));
		// No agent of a page calls its vendor.
		Files.writeString(configuration.resolve("config.yaml"), "runtime:\n  flags: [--network, none]\n");
	}

	@AfterEach
	void removeContainers() {
		this.product
			.tool("docker", "ps", "-a", "--filter", "label=com.headjack.id", "--format",
					"{{.ID}} {{.Label \"com.headjack.worktree\"}}")
			.lines()
			.filter((line) -> line.contains(this.folder.toString()))
			.forEach((line) -> this.product.tool("docker", "rm", "-f", line.substring(0, line.indexOf(' '))));
	}

	@ParameterizedTest
	@MethodSource("pages")
	void commandsOfAPageDoWhatItSays(DocumentationPage page) throws IOException {
		Path script = Files.writeString(this.folder.resolve("page.sh"), script(page.commands()));
		String output = this.product.with("PAGE", page.path().toString()).command("bash", script.toString()).output();
		Matcher results = RESULT.matcher(output);
		for (DocumentationPage.Command command : page.commands()) {
			assertThat(results.find()).as("%s: the shell ended before %s\n%s", page, command.text(), output).isTrue();
			String printed = printed(results.group(2));
			assertThat(results.group(3).equals("0")).as("%s: %s\n%s", page, command.text(), printed)
				.isEqualTo(!command.fails());
			assertThat(printed).as("%s: %s", page, command.text()).matches(command.expected());
		}
	}

	@Test
	void commandsThatAreNotRunAreUnderstood() throws IOException {
		String script = DocumentationPage.all()
			.stream()
			.flatMap((page) -> page.shown().stream())
			.filter((line) -> line.matches("(.*[|] )?(hjk )[a-z-].*"))
			.map((line) -> line.replaceFirst("^(.*[|] )?hjk (--profile \\S+ )?", "").replaceFirst(END, ""))
			.filter((line) -> !line.equals("-"))
			.distinct()
			.map((line) -> "--help " + line + "\n")
			.collect(Collectors.joining());
		Hjk.Result result = this.product.piped(script, "-");
		assertThat(result.code())
			.as("%s\n%s", result.errors(), script.lines().collect(Collectors.joining("\n", "\n", "")))
			.isZero();
	}

	@Test
	void everyCommandHasASectionInTheReference() throws IOException {
		String reference = Files.readString(Path.of("docs/reference/commands.md"));
		assertThat(COMMAND.matcher(this.product.hjk("help").done()).results().map((command) -> command.group(1)))
			.hasSizeGreaterThan(15)
			.allSatisfy((name) -> assertThat(reference).contains("\n$ hjk help " + name + "\n"));
	}

	private static String printed(String output) {
		return output.lines().map(String::strip).collect(Collectors.joining("\n")).stripTrailing() + "\n";
	}

	private static String script(List<DocumentationPage.Command> commands) {
		StringBuilder script = new StringBuilder("exec 2>&1 </dev/null\n");
		for (int i = 0; i < commands.size(); i++) {
			script.append("echo '@@@ begin ").append(i).append("'\n");
			script.append(commands.get(i).text());
			script.append("\nprintf '\\n@@@ end %d\\n' $?\n");
		}
		return script.toString();
	}

}
