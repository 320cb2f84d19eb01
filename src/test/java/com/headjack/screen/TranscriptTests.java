package com.headjack.screen;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TranscriptTests {

	private final StringBuilder lines = new StringBuilder();

	private static String text(String described) {
		return described.replace("<ESC>", "\033")
			.replace("<CR>", "\r")
			.replace("<LF>", "\r\n")
			.replace("<BS>", "\b")
			.replace("<TAB>", "\t")
			.replace("<BEL>", "\007");
	}

	private void line(String text, boolean goesOn) {
		this.lines.append(text).append(goesOn ? "" : "/");
	}

	private Transcript screen(int rows, int columns) {
		return new Transcript(rows, columns, this::line);
	}

	private static void write(Transcript transcript, String described) {
		byte[] octets = text(described).getBytes(StandardCharsets.UTF_8);
		transcript.write(octets, 0, octets.length);
	}

	private String finished(Transcript transcript) {
		transcript.finish();
		return this.lines.toString();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\1', ignoreLeadingAndTrailingWhitespace = false, value = {
			// What plain programs print.
			"a<LF>b|a/b/", "10%<CR>100%<LF>|100%/", "ab<BS>c|ac/", "a<TAB>b|a       b/", "a<LF><LF>b|a//b/",
			"<ESC>[31mred<ESC>[0m|red/", "abc<CR><ESC>[Kd|d/", "<LF>a|/a/", "a <LF>b|a/b/",
			"0123456789abcdefghij|0123456789abcdefghij/", "0123456789<LF>a|0123456789/a/",
			"012345678 a<LF>b|012345678 a/b/", "1<LF>2<LF>3<LF>4<LF>5<LF>6|1/2/3/4/5/6/",
			// Characters of other widths than one.
			"\u00e4<CR>\u00f6|\u00f6/", "\u65e5\u672c<CR>x|x \u672c/", "\u65e5\u672c<ESC>[2Gx| x\u672c/",
			"12345678\u65e5\u672c|12345678\u65e5\u672c/", "123456789\u65e5|123456789\u65e5/", "e\u0301x|e\u0301x/",
			"\ud83d\ude00<BS><BS>ab|ab/", "\ud83d\udc69\u200d\ud83d\udcbbx|\ud83d\udc69\u200d\ud83d\udcbbx/",
			"a\u202eb|ab/", "a\u009b31mb|a31mb/",
			// Moves and erasures.
			"<ESC>[3Ga<ESC>[1Gb|b a/", "a<ESC>[2Cb|a  b/", "1<LF>2<LF><ESC>[2Ax|x/2/", "1<LF>2<ESC>[Hx|x/2/",
			"1<LF>2<ESC>[H<ESC>[J3|3/", "1<LF>2<ESC>[2J<ESC>[H3|3/", "abc<ESC>[2D<ESC>[P|ac/",
			"abc<ESC>[2D<ESC>[@x|axbc/", "abc<ESC>[3D<ESC>[2X|  c/", "abc<ESC>[1K<CR>x|x/",
			"1<LF>2<LF>3<ESC>[2;1H<ESC>[L|1//2/3/", "1<LF>2<LF>3<ESC>[2;1H<ESC>[M|1/3/", "a<ESC>7<LF>b<ESC>8c|ac/b/",
			"a<ESC>[3b|aaaa/", "1<LF>2<ESC>[2;1H<ESC>M<ESC>M0|0/1/2/", "<ESC>[4hb<CR>a|ab/",
			"<ESC>[?7l0123456789abc|012345678c/",
			// A region that scrolls: what leaves the screen at its top is kept.
			"<ESC>[1;2r1<LF>2<LF>3<LF>4|1/2/3/4/", "<ESC>[2;3r<ESC>[1;1H1<LF>2<LF>3<LF>4|1/3/4/",
			"1<LF>2<LF>3<ESC>[S|1/2/3/", "1<LF>2<ESC>[T|/1/2/",
			// The alternate screen.
			"a<ESC>[?1049hfull<ESC>[?1049lb|ab/", "a<LF><ESC>[?1049h<ESC>[Hfull|a/full/",
			"<ESC>[?1049h1<LF>2<LF>3<LF>4<LF>5<ESC>[?1049lx|x/",
			// What says nothing to a reader.
			"<ESC>]0;title<BEL>x<ESC>]777;y<ESC>\\z|xz/", "<ESC>(Bx|x/", "<ESC>Pq#0<BEL>~~<ESC>\\x|x/",
			"<ESC>ktitle<ESC>\\x|x/", "a<ESC>[>4;2mb<ESC>[<uc<ESC>[?ud<ESC>[?2026he<ESC>[1$qf|abcdef/",
			"<ESC>(0lqk<ESC>(B q|\u250c\u2500\u2510 q/", "a<ESC>_x<ESC>[mb|ab/", "a<ESC>[31;<ESC>[1mb|ab/" })
	void finishGivesWhatIsToBeRead(String printed, String expected) {
		Transcript transcript = screen(4, 10);
		write(transcript, printed);
		assertThat(finished(transcript)).isEqualTo(expected);
	}

	@Test
	void writeTakesCharactersAndSequencesThatAreCut() {
		Transcript transcript = screen(4, 20);
		byte[] octets = text("\u00e4\u65e5\ud83d\ude00<ESC>[31m<ESC>]0;t<BEL>x").getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < octets.length; i++) {
			transcript.write(octets, i, 1);
		}
		assertThat(finished(transcript)).isEqualTo("\u00e4\u65e5\ud83d\ude00x/");
	}

	@Test
	void writeReplacesWhatIsNoUtf8() {
		Transcript transcript = screen(4, 20);
		byte[] octets = { 'a', (byte) 0xe4, 'b', (byte) 0xff, (byte) 0xc0, (byte) 0x80, 'c', (byte) 0xed, (byte) 0xa0,
				(byte) 0x80, 'd' };
		transcript.write(octets, 0, octets.length);
		assertThat(finished(transcript)).isEqualTo("a\ufffdb\ufffd\ufffd\ufffdc\ufffdd/");
	}

	@Test
	void resizeKeepsTheCursorAmongItsLines() {
		Transcript transcript = screen(4, 10);
		write(transcript, "1<LF>2<LF>3<LF>4<LF>5");
		transcript.resize(2, 10);
		write(transcript, "<ESC>[Hx");
		transcript.resize(4, 20);
		write(transcript, "<ESC>[4;1Hy<ESC>[1;1Hz");
		assertThat(finished(transcript)).isEqualTo("1/z/3/x/y/");
	}

	@Test
	void settleGivesLinesOfAPlainProgramAsTheyEnd() {
		Transcript transcript = screen(4, 10);
		write(transcript, "1<LF>2<LF>hal");
		transcript.settle(false);
		assertThat(this.lines).hasToString("1/2/");
		write(transcript, "f<LF><LF><LF>");
		transcript.settle(false);
		assertThat(this.lines).hasToString("1/2/half///");
		assertThat(finished(transcript)).isEqualTo("1/2/half///");
	}

	@Test
	void settleWaitsForALineThatGoesOn() {
		Transcript transcript = screen(4, 10);
		write(transcript, "0123456789abc");
		transcript.settle(false);
		assertThat(this.lines).isEmpty();
		write(transcript, "<LF>");
		transcript.settle(false);
		assertThat(this.lines).hasToString("0123456789abc/");
	}

	@Test
	void settleLeavesAProgramThatWritesOverItsLinesAlone() {
		Transcript transcript = screen(8, 10);
		write(transcript, "head<LF>[  ]<LF>hint");
		transcript.settle(true);
		for (int i = 0; i < 3; i++) {
			write(transcript, "<CR><ESC>[1A[" + i + "0]<LF>hint");
			transcript.settle(false);
		}
		assertThat(this.lines).hasToString("head/[  ]/");
		transcript.settle(true);
		assertThat(this.lines).hasToString("head/[  ]/[20]/hint/");
		write(transcript, "<CR><ESC>[1A<ESC>[Jnew<LF>[20]<LF>hint");
		transcript.settle(true);
		assertThat(finished(transcript)).isEqualTo("head/[  ]/[20]/hint/new/");
	}

	@Test
	void settleWhenAllIsDrawnAnewGivesWhatIsNew() {
		Transcript transcript = screen(3, 10);
		write(transcript, "1<LF>2<LF>3<LF>4<LF>5");
		transcript.settle(true);
		write(transcript, "<ESC>[2J<ESC>[3J<ESC>[H1<LF>2<LF>3<LF>4<LF>5<LF>6");
		transcript.settle(true);
		assertThat(finished(transcript)).isEqualTo("1/2/3/4/5/6/");
	}

	@Test
	void inTheMiddleGivesNoBlankLinesBeforeTheFirst() {
		Transcript transcript = Transcript.inTheMiddle(4, 10, this::line);
		write(transcript, "<LF>1<LF><LF>2");
		assertThat(finished(transcript)).isEqualTo("1//2/");
	}

	@Test
	void inTheMiddleWhenTheAlternateScreenIsLeftForgetsIt() {
		Transcript transcript = Transcript.inTheMiddle(4, 10, this::line);
		write(transcript, "<ESC>[2;1Hfull<ESC>[4;3Hscreen<ESC>[?1049l<LF>back");
		assertThat(finished(transcript)).isEqualTo("back/");
	}

	@Test
	void anythingIsTakenAndNothingIsGivenThatATerminalWouldObey() {
		Random random = new Random(7);
		String[] pieces = { "\033[", "\033]", "\033P", "\033", ";", "?", "9999999999", "1", "0", "h", "l", "r", "H",
				"J", "K", "L", "M", "P", "S", "T", "X", "@", "b", "A", "B", "m", "\033[?1049h", "\033[?1049l", "\033c",
				"\033[?6h", "\033[4h", "\033(0", "\033M", "\n", "\r", "\t", "\b", "\007", "text", "\u65e5", "\u0301",
				"\u200d", "\ud83d\ude00", "\u009b", "\u202e" };
		int[] given = new int[1];
		Transcript transcript = new Transcript(24, 80, (text, _) -> {
			given[0]++;
			assertThat(text.codePoints()).noneMatch(Character::isISOControl);
			assertThat(text.length()).isLessThan(1000 * 20);
		});
		for (int i = 0; i < 300_000; i++) {
			String piece = (random.nextInt(50) == 0) ? Character.toString((char) random.nextInt(256))
					: pieces[random.nextInt(pieces.length)];
			byte[] octets = piece.getBytes((i % 7 == 0) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
			transcript.write(octets, 0, octets.length);
			if (random.nextInt(1000) == 0) {
				transcript.resize(random.nextInt(-5, 2000), random.nextInt(-5, 2000));
			}
			if (random.nextInt(1000) == 0) {
				transcript.settle(random.nextBoolean());
			}
		}
		transcript.finish();
		assertThat(given[0]).isBetween(100, 1_000_000);
	}

}
