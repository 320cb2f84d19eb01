package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation with the commands in it. Lines that begin with {@code $} in
 * a fenced block of {@code console} are commands, lines that begin with {@code >} go on
 * with the one above, and the other lines are its output. An HTML comment that begins
 * with {@code before} holds commands that prepare the page and that no reader sees.
 *
 * @param path the page
 * @param commands the commands of the blocks that are run, in order
 * @param shown the commands of hjk that are not run: those of blocks marked
 * {@code no-run}, of prompts of the shell, of steps of a CI, and in the text
 */
record DocumentationPage(Path path, List<Command> commands, List<String> shown) {

	private static final Path ROOT = Path.of("").toAbsolutePath();

	private static final Pattern FENCE = Pattern.compile("^```(.*)$");

	private static final String NOT_RUN = "console no-run: ";

	private static final Pattern INLINE = Pattern.compile("`(hjk [^`…]+)`");

	private static final Pattern PROMPT = Pattern.compile("^(?:\\$ |- run: |.*(?=hjk> ))(.*)$");

	/**
	 * All pages.
	 */
	static List<DocumentationPage> all() throws IOException {
		try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
			return Stream
				.concat(Stream.of("README.md", "CONTRIBUTING.md", "bench/README.md").map(ROOT::resolve), docs.sorted())
				.filter((path) -> path.toString().endsWith(".md"))
				.map(DocumentationPage::read)
				.toList();
		}
	}

	private static DocumentationPage read(Path path) {
		try {
			DocumentationPage page = new DocumentationPage(path, new ArrayList<>(), new ArrayList<>());
			String block = "";
			for (String line : Files.readAllLines(path)) {
				Matcher fence = FENCE.matcher(line);
				if (fence.matches() || line.equals("<!-- before") || line.equals("-->")) {
					block = fence.matches() ? fence.group(1) : line.substring(0, line.length() - 1);
				}
				else {
					page.take(block, line);
				}
			}
			return page;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void take(String block, String line) {
		if (block.equals("<!-- befor")) {
			this.commands.add(new Command(line, List.of()));
		}
		else if (block.equals("console")) {
			takeRun(line);
		}
		else if (block.startsWith(NOT_RUN) || block.equals("yaml")) {
			Matcher prompt = PROMPT.matcher(line);
			if (prompt.matches()) {
				this.shown.add(prompt.group(1).replaceFirst("^hjk> ", "hjk "));
			}
		}
		else {
			INLINE.matcher(line).results().map((code) -> code.group(1)).forEach(this.shown::add);
		}
	}

	private void takeRun(String line) {
		if (line.startsWith("$ ")) {
			this.commands.add(new Command(line.substring(2), new ArrayList<>()));
		}
		else if (line.startsWith("> ")) {
			Command begun = this.commands.removeLast();
			this.commands.add(new Command(begun.text() + "\n" + line.substring(2), begun.output()));
		}
		else {
			this.commands.getLast().output().add(line);
		}
	}

	@Override
	public String toString() {
		return ROOT.relativize(this.path).toString();
	}

	/**
	 * A command of the page.
	 *
	 * @param text what is typed
	 * @param output the lines that it prints; none if the page does not show them
	 */
	record Command(String text, List<String> output) {

		private static final String ANY_LINES = "(?:.*\\n)*";

		/**
		 * Whether the page shows it failing, and nothing that asks for its exit code.
		 */
		boolean fails() {
			return this.output.stream().anyMatch((line) -> line.startsWith("error: ")) && !this.text.contains("$?");
		}

		/**
		 * What its output looks like: {@code …} stands for any text, alone on a line for
		 * any lines, and blanks, ids, ages and times may differ.
		 */
		Pattern expected() {
			StringBuilder expression = new StringBuilder();
			this.output.forEach((line) -> expression.append(line.strip().equals("…") ? ANY_LINES : expression(line)));
			return Pattern.compile(this.output.isEmpty() ? ANY_LINES : expression.toString());
		}

		private static String expression(String line) {
			Pattern tolerant = Pattern.compile(
					"(?<blank> +)|(?<any>…)|(?<id>\\b[0-9a-f]{12}\\b)|(?<age>\\b\\d+[smhd] ago)|(?<time>\\b\\d+\\.\\d s\\b)");
			StringBuilder expression = new StringBuilder();
			int end = 0;
			for (Matcher match = tolerant.matcher(line.strip()); match.find(); end = match.end()) {
				expression.append(Pattern.quote(line.strip().substring(end, match.start()))).append(tolerated(match));
			}
			return expression.append(Pattern.quote(line.strip().substring(end))).append("\\n").toString();
		}

		private static String tolerated(Matcher match) {
			if (match.group("blank") != null) {
				return " +";
			}
			if (match.group("id") != null) {
				return "[0-9a-f]{12}";
			}
			if (match.group("age") != null) {
				return "\\d+[smhd] ago";
			}
			return (match.group("time") != null) ? "\\d+\\.\\d s" : ".*";
		}

	}

}
