package com.headjack.shell.terminal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Text in columns.
 */
class ColumnsTests {

	@ParameterizedTest
	@CsvSource({ "abc,3", "äöü,3", "日本,4", "e\u0301,1", "🚀,2", "…,1", "'',0", "ｆｕｌｌ,8", "한글,4" })
	void widthCountsColumns(String text, int width) {
		assertThat(Columns.width(text)).isEqualTo(width);
	}

	@ParameterizedTest
	@CsvSource({ "feat/login,10,feat/login", "feat/login,9,feat…ogin", "日本語文字,7,日…字", "abcdef,3,a…f", "abcdef,1,…" })
	void shortenedLeavesOutTheMiddle(String text, int columns, String shortened) {
		assertThat(Columns.shortened(text, columns)).isEqualTo(shortened);
		assertThat(Columns.width(shortened)).isLessThanOrEqualTo(columns);
	}

	@Test
	void wrappedBreaksBetweenWordsAndKeepsLongOnesWhole() {
		assertThat(Columns.wrapped("one two three", 13, "")).containsExactly("one two three");
		assertThat(Columns.wrapped("one two three", 8, "  ")).containsExactly("one two", "  three");
		assertThat(Columns.wrapped("one two three", 7, "  ")).containsExactly("one two", "  three");
		assertThat(Columns.wrapped("a/very/long/path/that/is/it and more", 10, "  "))
			.containsExactly("a/very/long/path/that/is/it", "  and more");
		assertThat(Columns.wrapped("see a/very/long/path/that/is/it now", 10, "  ")).containsExactly("see",
				"  a/very/long/path/that/is/it", "  now");
		assertThat(Columns.wrapped("  one two three", 9, "    ")).containsExactly("  one two", "    three");
		assertThat(Columns.wrapped("日本 語文 字", 7, "")).containsExactly("日本", "語文 字");
	}

	@Test
	void wrappedKeepsACommandWholeWhereItFitsOnALine() {
		assertThat(Columns.wrapped("hint: run 'hjk recreate feat/x' to mend it", 30, "  ")).containsExactly("hint: run",
				"  'hjk recreate feat/x' to", "  mend it");
		assertThat(Columns.wrapped("hint: the user's own (see 'hjk config'), or 'hjk ps'", 30, "  "))
			.containsExactly("hint: the user's own (see", "  'hjk config'), or 'hjk ps'");
		assertThat(Columns.wrapped("run 'hjk agent \"it's mine\" claude', or not", 34, "  ")).containsExactly("run",
				"  'hjk agent \"it's mine\" claude',", "  or not");
		assertThat(Columns.wrapped("run 'hjk recreate feat/x' now", 20, "  ")).containsExactly("run 'hjk recreate",
				"  feat/x' now");
	}

}
