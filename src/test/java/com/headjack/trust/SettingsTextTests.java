package com.headjack.trust;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.agent.RepositorySettings.Format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class SettingsTextTests {

	private static List<String> read(Format format, String text) throws UnreadableException {
		return new SettingsText(format, text).leaves().stream().map((leaf) -> leaf.key() + "=" + leaf.value()).toList();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":{\"b\":[1,true]}}", "\uFEFF{\"a\":{\"b\":[1,true]}}",
			"// c\n{/* c */\"a\":{\"b\":[1,true,],},}", "{'a':{b:[1,true]}}", "{\"a\":{\"b\":[1,true,null]}} " })
	void jsonOfAnyAgentGivesItsValues(String text) throws UnreadableException {
		assertThat(read(Format.JSON, text)).containsExactly("a.b.0=1", "a.b.1=true");
	}

	@Test
	void jsonWithANameTwiceGivesBothValues() throws UnreadableException {
		assertThat(read(Format.JSON, "{\"a\":1,\"a\":{\"b/c\":2}}")).containsExactly("a=1", "a.b/c=2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "{\"a\":1", "nonsense", "{\"a\":\"\n\u0000" })
	void jsonThatIsNoneIsUnreadable(String text) {
		assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> read(Format.JSON, text))
			.withMessageStartingWith("cannot be read");
	}

	@Test
	void deepOrManyValuesAreUnreadable() {
		assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> read(Format.JSON, "[".repeat(100_000)));
		assertThatExceptionOfType(UnreadableException.class)
			.isThrownBy(() -> read(Format.JSON, "[" + "1,".repeat(200_000) + "1]"));
		assertThatExceptionOfType(UnreadableException.class)
			.isThrownBy(() -> read(Format.TOML, "a = " + "[".repeat(100_000)));
	}

	@Test
	void tomlGivesItsValues() throws UnreadableException {
		assertThat(read(Format.TOML, """
				model_provider = "x" # comment
				notify = ["sh", "-c"]
				[model_providers.x]
				base_url = 'http://example.invalid'
				[[hooks.SessionStart]]
				hooks = [{command = "id"}]
				"since" = 2026-01-01
				""")).containsExactly("model_provider=x", "notify.0=sh", "notify.1=-c",
				"model_providers.x.base_url=http://example.invalid", "hooks.SessionStart.0.hooks.0.command=id",
				"hooks.SessionStart.0.since=2026-01-01");
	}

	@ParameterizedTest
	@ValueSource(strings = { "not toml [", "a = ", "[a\nb = 1", "a = 1\na = 2" })
	void tomlThatIsNoneIsUnreadable(String text) {
		assertThatExceptionOfType(UnreadableException.class).isThrownBy(() -> read(Format.TOML, text));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			A=b            | A=b
			export A=b     | A=b
			' \tA = "b" #c' | A=b
			A='b'          | A=b
			A: b           | A=b
			A=             | A=
			""")
	void dotenvGivesItsVariables(String text, String variable) throws UnreadableException {
		assertThat(read(Format.DOTENV, text)).containsExactly(variable);
	}

	@Test
	void dotenvTakesEachEndOfALine() throws UnreadableException {
		assertThat(read(Format.DOTENV, "A=1\rB=2\r\nC=3\u2028D\n=4\n# E=5\nF")).containsExactly("A=1", "B=2", "C=3",
				"D=4");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\n", " ", "a", "export ", "a=", "a \n", "'" })
	void dotenvOfManyRepetitionsIsReadSoon(String part) {
		assertTimeoutPreemptively(Duration.ofSeconds(10),
				() -> read(Format.DOTENV, part.repeat(1_000_000 / part.length())));
	}

	@Test
	void markdownGivesItsSettingsAndItsLines() throws UnreadableException {
		assertThat(read(Format.MARKDOWN, "---\r\na: {b: [1, yes]}\nc:\n--- \nfirst\u00A0line\n---\nlast"))
			.containsExactly("a.b.0=1", "a.b.1=yes", "=---", "=first line", "=last");
		assertThat(read(Format.MARKDOWN, "text\n---\na: b\n---")).containsExactly("=text", "=---", "=a: b");
	}

	/**
	 * Claude Code ends the settings at the first three hyphens, wherever they are.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "---\na: b ---\nc", "---\na: b\nc: ---", "---\u00A0\n\na: b\n---c", "---\r\na: b---\r\n" })
	void markdownGivesSettingsThatEndAnyhow(String text) throws UnreadableException {
		assertThat(read(Format.MARKDOWN, text)).anyMatch((leaf) -> leaf.strip().equals("a=b"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "a: b: c", "a: [b] c", "a: it's: %" })
	void markdownTakesTextsWithoutTheirQuotes(String line) throws UnreadableException {
		assertThat(read(Format.MARKDOWN, "---\n" + line + "\nd: {e: f}\n---\n"))
			.containsExactly(line.replaceFirst(": ", "="), "d.e=f", "=---");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a: [\nb", "a: 1\na: 2", "- a\nb: c", "a:\n- *b", "a: !!java.io.File x\n\t: :" })
	void markdownWithOtherSettingsIsUnreadable(String settings) {
		assertThatExceptionOfType(UnreadableException.class)
			.isThrownBy(() -> read(Format.MARKDOWN, "---\n" + settings + "\n---\n"));
	}

	@Test
	void aProgramIsItsOwnEffect() throws UnreadableException {
		assertThat(read(Format.PROGRAM, "{")).containsExactly("=");
	}

	/**
	 * Whatever a file holds, it is read or refused.
	 */
	@ParameterizedTest
	@EnumSource
	void anyTextIsReadOrRefused(Format format) {
		RandomGenerator random = new java.util.Random(1);
		String alphabet = "{}[]\"'=:,.#/*\\\n\r ax1-\u0000\uFEFF\uD800";
		for (int round = 0; round < 3000; round++) {
			StringBuilder text = new StringBuilder();
			random.ints(random.nextInt(1, 40), 0, alphabet.length()).forEach((at) -> text.append(alphabet.charAt(at)));
			try {
				assertThat(new SettingsText(format, text.toString()).leaves()).isNotNull();
				assertThat(new SettingsText(format, "---\n" + text + "\n---\n").leaves()).isNotNull();
			}
			catch (UnreadableException ex) {
				assertThat(ex).hasMessageStartingWith("cannot be read");
			}
		}
	}

}
