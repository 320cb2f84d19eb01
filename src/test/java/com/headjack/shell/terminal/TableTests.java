package com.headjack.shell.terminal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tables at terminals of any width.
 */
class TableTests {

	private final ByteArrayOutputStream results = new ByteArrayOutputStream();

	private List<String> lines(Table table, String size) {
		Output output = Output.of(this.results, OutputStream.nullOutputStream(), new ScreenWidth(() -> size));
		table.print(output);
		output.flush();
		return this.results.toString(StandardCharsets.UTF_8).lines().toList();
	}

	@Test
	void printAlignsWideAndCombiningCharacters() {
		Table table = Table.shortening(0, "BRANCH", "STATUS").row("日本語", "running").row("e\u0301a", "stopped");
		assertThat(lines(table, "")).containsExactly("BRANCH   STATUS", "日本語   running", "e\u0301a       stopped");
	}

	@Test
	void printEscapesCells() {
		assertThat(lines(Table.shortening(0, "A", "B").row("x\n\u202e", "\033[2J"), ""))
			.containsExactly("A           B", "x\\n\\u202e   \\x1b[2J");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "24 0", "24 200" })
	void printWhereThereIsRoomOrNoTerminalShortensNothing(String size) {
		String branch = "feat/" + "x".repeat(100);
		assertThat(lines(Table.shortening(0, "BRANCH", "STATUS").row(branch, "running"), size))
			.contains(branch + "   running");
	}

	@Test
	void printWhereItIsTooNarrowShortensTheLeastImportantColumn() {
		Table table = Table.shortening(List.of(1, 0), "BRANCH", "PATH", "STATUS")
			.row("feat/0123456789012345678901234567890123456789", "/home/me/source/some/where/else", "running");
		assertThat(lines(table, "24 60")).allSatisfy((line) -> assertThat(Columns.width(line)).isLessThanOrEqualTo(60))
			.anySatisfy((line) -> assertThat(line).startsWith("feat/").contains("…").endsWith("   running"));
	}

	@Test
	void printOfAWholeLastColumnGivesALongCellALineOfItsOwn() {
		Table table = Table.shortening(0, "REPOSITORY", "STATUS", "PATH")
			.lastWhole()
			.row("shop", "running", "/home/me/shop")
			.row("shop", "running", "/home/me/work/clients/one/shop");
		assertThat(lines(table, "24 42")).containsExactly("REPOSITORY   STATUS    PATH",
				"shop         running   /home/me/shop", "shop         running", "  /home/me/work/clients/one/shop");
		this.results.reset();
		assertThat(lines(table, "")).contains("shop         running   /home/me/work/clients/one/shop");
	}

	@Test
	void printWhereItIsTooNarrowWrapsTheLastColumn() {
		Table table = Table.wrapping("CHECK", "DETAIL")
			.row("engine", "one two three four five six seven eight nine ten");
		assertThat(lines(table, "24 44")).containsExactly("CHECK    DETAIL",
				"engine   one two three four five six seven", "         eight nine ten");
	}

	@Test
	void printOfAWordThatIsTooWideBeginsBelow() {
		Table table = Table.wrapping("CHECK", "DETAIL")
			.row("store", "file (in /home/me/.local/share/keyring), works here");
		assertThat(lines(table, "24 36")).containsExactly("CHECK   DETAIL", "store", "    file (in",
				"    /home/me/.local/share/keyring),", "    works here");
	}

	@Test
	void printOfTermsIsIndented() {
		assertThat(lines(Table.terms().row("-h", "help").row("--debug", "trace"), ""))
			.containsExactly("  -h       help", "  --debug  trace");
		this.results.reset();
		assertThat(lines(Table.terms(), "")).isEmpty();
	}

}
