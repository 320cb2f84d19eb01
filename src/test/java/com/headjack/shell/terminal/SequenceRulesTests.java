package com.headjack.shell.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of what may ask the user's terminal, or do more than draw, as the explanation
 * of security has it.
 */
class SequenceRulesTests {

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '~', ignoreLeadingAndTrailingWhitespace = true,
			textBlock = """
					place of the cursor                ~ <ESC>[6n <ESC>[?6n
					the status                         ~ <ESC>[5n
					dark or light                      ~ <ESC>[?996n
					device attributes                  ~ <ESC>[c <ESC>[0c <ESC>[>c <ESC>[>0c
					name and version                   ~ <ESC>[>q <ESC>[>0q
					a mode                             ~ <ESC>[?2026$p
					keys                               ~ <ESC>[?u <ESC>[?4m
					the size                           ~ <ESC>[14t <ESC>[16t <ESC>[18t
					colors of text and background      ~ <ESC>]10;?<BEL> <ESC>]11;?<ST>
					a title is saved and restored      ~ <ESC>[22;0;0t <ESC>[23t <ESC>[22;2t
					keyboard of kitty                  ~ <ESC>[>1u <ESC>[<u <ESC>[=5;1u
					keyboard of xterm                  ~ <ESC>[>4;2m <ESC>[>4m <ESC>[>4n
					shape of the cursor                ~ <ESC>[2 q <ESC>[?0c
					margins and rectangles             ~ <ESC>[?69h <ESC>[2;9s <ESC>[32;1;1;9;9$x <ESC>[r
					underlines with colors             ~ <ESC>[4:3m <ESC>[58:2::1:2:3m
					lines, columns, blanks             ~ <ESC>[2L <ESC>[3M <ESC>[@ <ESC>[P <ESC>[5X <ESC>[2S <ESC>[T <ESC>[9b
					the cursor, tabs, erasing          ~ <ESC>[2;3H <ESC>[A <ESC>[`<ESC>[3g <ESC>[2J <ESC>[?K
					insertion and line ends            ~ <ESC>[4h <ESC>[20l
					a reset                            ~ <ESC>c <ESC>[!p
					character sets                     ~ <ESC>(B <ESC>)0 <ESC>*A <ESC>(%5 <ESC>n
					modes                              ~ <ESC>[?1049h <ESC>[?1000;1006h <ESC>[?2004l <ESC>[?25l <ESC>[?2026h <ESC>[?7727h
					""")
	void programMayUse(String what, String sequences) throws IOException {
		assertThat(shown(sequences)).as(what).isEqualTo(bytes(sequences));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '~', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
			the title                          ~ <ESC>[20t <ESC>[21t <ESC>[021t <ESC>[21;1t
			windows: place, size, state        ~ <ESC>[1t <ESC>[3;0;0t <ESC>[8;9;9t <ESC>[9;1t
			windows: questions                 ~ <ESC>[11t <ESC>[13t <ESC>[15t <ESC>[19t
			more lines                         ~ <ESC>[24t <ESC>[132;1t <ESC>[2;4$|
			how titles are written             ~ <ESC>[>1t <ESC>[>1T
			the answerback text                ~ <0x05>
			a setting as text                  ~ <ESC>P$qm<ST> <ESC>P+q544e<ST>
			what the screen shows              ~ <ESC>[1;1;1;1;9;9*y <ESC>[?63;1n
			printer, keyboard, pointer         ~ <ESC>[?15n <ESC>[?25n <ESC>[?26n <ESC>[?53n <ESC>['|
			number of the terminal             ~ <ESC>[=c <ESC>Z <ESC>[x <ESC>[1x
			cursor, tabs and colors as a text  ~ <ESC>[1$w <ESC>[2$w <ESC>[1$u <ESC>[#R <ESC>[?1;1S
			modes with a name                  ~ <ESC>[4$p <ESC>[?1;2$p <ESC>[?123456$p
			colors that a program can choose   ~ <ESC>]4;1;?<BEL> <ESC>]4;1;red;2;?<BEL>
			other colors                       ~ <ESC>]12;?<BEL> <ESC>]10;?;?<BEL> <ESC>]17;?<BEL>
			the clipboard                      ~ <ESC>]52;c;?<BEL>
			a font                             ~ <ESC>]50;?<BEL>
			printing                           ~ <ESC>[5i <ESC>[?5i
			a locked keyboard                  ~ <ESC>[2h <ESC>[12l
			modes of an older terminal         ~ <ESC>[?2l <ESC>[?38h
			a log, a width, held mouse buttons ~ <ESC>[?46h <ESC>[?40h <ESC>[?1001h <ESC>[1;1;1;1;1T
			a mode among others                ~ <ESC>[?25;38h
			saved modes                        ~ <ESC>[?1049s <ESC>[?1049r
			control characters of eight bits   ~ <ESC>%@ <ESC>%G <ESC> G <ESC>[62;1"p
			keys with a text                   ~ <ESC>P0;1|17/41<ST>
			the lights                         ~ <ESC>[1q
			the Linux console                  ~ <ESC>[12;2] <ESC>[9;1]
			commands of ConEmu                 ~ <ESC>]9;7;calc<BEL> <ESC>]9;6;x<BEL> <ESC>]9;5<BEL>
			ZMODEM, XMODEM, Kermit             ~ <0x18> <0x01> <0x15> <0x10> <0x11> <0x13>
			what is unknown                    ~ <ESC>[1;?5h <ESC>[<5h <ESC>[5y <ESC>[#{ <ESC>l
			""")
	void programMayNotUse(String what, String sequences) throws IOException {
		for (String sequence : sequences.split(" (?!G)", -1)) {
			assertThat(shown(sequence)).as(what + " " + sequence).isEmpty();
		}
	}

	private static String shown(String described) throws IOException {
		ByteArrayOutputStream screen = new ByteArrayOutputStream();
		new ProgramOutput(new ScreenRules(true, true, true), screen)
			.write(bytes(described).getBytes(StandardCharsets.UTF_8));
		return screen.toString(StandardCharsets.UTF_8);
	}

	private static String bytes(String described) {
		String text = described.replace("<ESC>", "\033").replace("<BEL>", "\007").replace("<ST>", "\033\\");
		for (int control = 0; control < ' '; control++) {
			text = text.replace("<0x" + HexFormat.of().toHexDigits((byte) control) + ">", Character.toString(control));
		}
		return text;
	}

}
