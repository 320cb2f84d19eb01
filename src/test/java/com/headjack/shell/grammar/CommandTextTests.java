package com.headjack.shell.grammar;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CommandTextTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			ps -a                | ps,-a
			a  b\tc              | a,b,c
			'a b' c              | a b,c
			"a b"c               | a bc
			a\\ b                | a b
			''                   | ~~
			"a 'b' \\"c\\" \\x"  | a 'b' "c" \\x
			'a "b" \\c'          | a "b" \\c
			a#b                  | a#b
			a # b                | a
			"$HOME `x`"          | $HOME `x`
			a=b;c                | a=b;c
			""")
	void linesHoldTheWordsThatAShellWouldMake(String text, String words) {
		assertThat(words(text)).containsExactly(List.of(words.split(",", -1)));
	}

	@Test
	void linesEndAtUnquotedBreaksAndKnowTheirNumbers() {
		CommandText text = CommandText.of("# a comment\n\nps\nrun 'a\nb' \\\n  c\n  stop x");
		assertThat(text.lines()).extracting(CommandText.Line::number).containsExactly(3, 4, 7);
		assertThat(text.lines().get(1).values()).containsExactly("run", "a\nb", "c");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a 'b", "a \"b", "a \\", "\"a\\\"" })
	void completeWhenAQuoteIsOpenIsFalse(String text) {
		assertThat(CommandText.of(text).complete()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "a 'b'", "a \"\\\"\"", "a \\\\", "# 'x" })
	void completeWhenAllQuotesAreClosedIsTrue(String text) {
		assertThat(CommandText.of(text).complete()).isTrue();
	}

	@Test
	void wordsKnowWhereTheyStand() {
		CommandText.Word word = CommandText.of("ps 'a b'x").lines().getFirst().words().getLast();
		assertThat(word).isEqualTo(new CommandText.Word("a bx", 3, 9));
	}

	private static List<List<String>> words(String text) {
		return CommandText.of(text).lines().stream().map(CommandText.Line::values).toList();
	}

}
