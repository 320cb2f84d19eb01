package com.headjack.shell.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.screen.ControlParser;

import static org.assertj.core.api.Assertions.assertThat;

class ProgramOutputTests {

	private static final ScreenRules ALL = new ScreenRules(true, true, true);

	private static final ScreenRules NONE = new ScreenRules(false, false, false);

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String shown(ScreenRules rules, byte[] output) throws IOException {
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		new ProgramOutput(rules, whole).write(output);
		ByteArrayOutputStream pieces = new ByteArrayOutputStream();
		ProgramOutput byByte = new ProgramOutput(rules, pieces);
		for (byte octet : output) {
			byByte.write(octet);
		}
		byByte.flush();
		assertThat(pieces.toByteArray()).isEqualTo(whole.toByteArray());
		return whole.toString(StandardCharsets.UTF_8);
	}

	private static String shown(ScreenRules rules, String output) throws IOException {
		return shown(rules, bytes(output));
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain \u00e4\u00a0\u20ac\ud83d\ude00\u3042 text\r\n\t\b", "\033[38;2;1;2;3mred\033[m",
			"\033[?1049h\033[?25l", "\033(B\033)0\033=\033>\0337\0338\033M\033c",
			"\033[>c\033[6n\033[1;30r\033[22;0;0t", "\033]0;a title \u00e4\007", "\033]2;title\033\\", "\033]11;?\007",
			"\033]112\007", "\033]4;1;rgb:0/0/0\007", "\033]8;;https://example.invalid/\007link\033]8;;\007",
			"\033]133;A\007" })
	void writePassesOnWhatEveryProgramDoes(String output) throws IOException {
		assertThat(shown(NONE, output)).isEqualTo(output);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\033]52;c;aGVsbG8=\007", "\033]52;;aGVsbG8=\033\\", "\033]52;p;\007" })
	void writeSetsTheClipboardWhereTheRulesAllow(String output) throws IOException {
		assertThat(shown(ALL, output)).isEqualTo(output);
		assertThat(shown(NONE, output)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\033]9;done\007", "\033]777;notify;Title;text\033\\" })
	void writeShowsNotificationsWhereTheRulesAllow(String output) throws IOException {
		assertThat(shown(ALL, output)).isEqualTo(output);
		assertThat(shown(new ScreenRules(true, true, false), output)).isEmpty();
	}

	@Test
	void writeRingsTheBellWhereTheRulesAllow() throws IOException {
		assertThat(shown(ALL, "a\007b\033\007[1mc")).isEqualTo("a\007b\007\033[1mc");
		assertThat(shown(NONE, "a\007b\033\007[1mc")).isEqualTo("ab\033[1mc");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\033]52;c;?\007", "\033]52;c;?\033\\", "\033]52;?\007", "\033]52\007",
			"\033]52;c;a?b\007", "\033]052;c;?\007", "\033]0052;c;?\007", "\033]5522;type=read\007",
			"\033]1337;File=name=x:AAAA\007", "\033]50;x\007", "\033]7;file://host/\007", "\033]99;;text\007",
			"\033]777;precmd\007", "\033]8;;vscode://x\007", "\033]\007", "\033]x\007", "\033]0;a\nb\007",
			"\033]0;a\u009c\u009d52;c;?\007", "\033P+q544e\033\\", "\033P$qm\033\\",
			"\033Ptmux;\033\033]52;c;?\007\033\\", "\033_Gt=f;L2V0Yy9wYXNzd2Q=\033\\", "\033^private\033\\",
			"\033Xstart\033\\", "\033kname\033\\", "\033[21t", "\033[021t", "\033[20;1t", "\033[2\0001t", "\033[5i",
			"\033[?5i", "\033[2\1771t", "\033\177]52;c;?\007", "\033\033]52;c;?\007", "\u009d52;c;?\u009c",
			"\033\u009d52;c;?\007", "\033]0;a\033]52;c;?\007", "\033[1\033]52;c;?\007", "\033P\007\033]52;c;?\007",
			"\005" })
	void writeLeavesOutWhatAsksOrReaches(String output) throws IOException {
		assertThat(shown(ALL, "a" + output + "b")).startsWith("a")
			.endsWith("b")
			.doesNotContain("\033]")
			.doesNotContain("\033P")
			.doesNotContain("\033[2")
			.doesNotContain("\033k")
			.doesNotContain("\033_")
			.doesNotContain("\u009d")
			.doesNotContain("\005");
	}

	@Test
	void writeLeavesOutControlCharactersOfEightBits() throws IOException {
		byte[] output = bytes("a|52;c;?|b");
		output[1] = (byte) 0x9d;
		output[8] = (byte) 0x9c;
		assertThat(shown(ALL, output)).isEqualTo("a\ufffd52;c;?\ufffdb");
		output[1] = (byte) 0xc2;
		assertThat(shown(ALL, output)).isEqualTo("a\ufffd52;c;?\ufffdb");
	}

	@Test
	void writeWhereASequenceIsBrokenOffGoesOn() throws IOException {
		assertThat(shown(ALL, "\033]0;a\030b\033[1\032c\033\030d\033[1\u00e4e")).isEqualTo("bcd\u00e4e");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rz\r**\030B00000000000000\r\n\021", "\001, S~/ @-#Y3~^>J)0___F$0@\r", "\001\001x" })
	void writeBeginsNoFileTransfer(String output) throws IOException {
		assertThat(shown(ALL, output)).isEqualTo(output.replaceAll("[\001\021\030]", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 \u2764\ufe0f \ud83c\udde9\ud83c\uddea",
			"\u05e9\u05dc\u05d5\u05dd \u200f\u0645\u0631\u062d\u0628\u0627\u061c \u200e",
			"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0915\u094d\u200d\u0937", "e\u0301",
			"\u845b\udb40\udd00", "co\u00adop" })
	void writePassesOnEveryLanguageAndEmoji(String text) throws IOException {
		assertThat(shown(NONE, text)).isEqualTo(text);
		assertThat(shown(NONE, "\033]2;" + text + "\007")).contains(text);
	}

	@Test
	void writeLeavesOutCharactersThatHideOrReorderText() throws IOException {
		assertThat(shown(ALL,
				"\u202aa\u202bb\u202dc\u202ed\u202ce\u2066f\u2067g\u2068h\u2069i\u200bj\u2060k\ufeffl\udb40\udc41m"))
			.isEqualTo("abcdefghijklm");
		assertThat(shown(ALL, "\033]2;a\u202eb\007c")).isEqualTo("c");
	}

	@Test
	void closeSwitchesBackTheModesThatThePassedSequencesChanged() throws IOException {
		ByteArrayOutputStream screen = new ByteArrayOutputStream();
		OutputStream output = ALL.filter(screen);
		output.write(bytes("\033[?10"));
		output.write(bytes("49h\033[?46h"));
		screen.reset();
		output.close();
		assertThat(screen.toString(StandardCharsets.UTF_8)).contains("\033[?1049l").doesNotContain("46");
		screen.reset();
		output.close();
		assertThat(screen.size()).isZero();
	}

	@Test
	void writeBoundsTheClipboardAndGoesOn() throws IOException {
		String largest = "\033]52;c;" + "A".repeat(ControlParser.LONGEST_COMMAND - 5) + "\007";
		ByteArrayOutputStream screen = new ByteArrayOutputStream();
		ProgramOutput output = new ProgramOutput(ALL, screen);
		output.write(bytes(largest));
		assertThat(screen.size()).isEqualTo(largest.length());
		screen.reset();
		output.write(bytes("\033]52;c;" + "A".repeat(3 * ControlParser.LONGEST_COMMAND) + "\007after"));
		assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo("after");
	}

	@Test
	void writeBoundsSequencesAndMessages() throws IOException {
		assertThat(shown(ALL, "\033[" + "1;".repeat(600) + "21tb")).doesNotContain("\033[");
		assertThat(shown(ALL, "\033]9;" + "a".repeat(2000) + "\007b")).isEqualTo("b");
	}

	@Test
	void insertWaitsForTheEndOfASequenceAndOfACharacter() throws IOException {
		ByteArrayOutputStream screen = new ByteArrayOutputStream();
		ProgramOutput output = new ProgramOutput(ALL, screen);
		for (String[] pair : new String[][] { { "\033[3", "1m" }, { "\033(", "B" }, { "\033", "7" },
				{ "\033]0;a", "\007" } }) {
			screen.reset();
			output.write(bytes(pair[0]));
			output.insert(bytes("\033]9;done\007"));
			assertThat(screen.toString(StandardCharsets.UTF_8)).doesNotContain("done");
			output.write(bytes(pair[1]));
			assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo(pair[0] + pair[1] + "\033]9;done\007");
		}
		byte[] euro = bytes("\u20ac");
		screen.reset();
		output.write(euro, 0, 2);
		output.insert(bytes("\033]9;done\007"));
		output.write(euro, 2, 1);
		assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo("\u20ac\033]9;done\007");
	}

	@Test
	void insertWhatTheRulesForbidDoesNothing() throws IOException {
		ByteArrayOutputStream screen = new ByteArrayOutputStream();
		new ProgramOutput(NONE, screen).insert(bytes("\033]52;c;aGVsbG8=\007"));
		new ProgramOutput(ALL, screen).insert(bytes("\033]52;c;?\007"));
		assertThat(screen.size()).isZero();
	}

}
