package com.headjack.screen;

import java.nio.charset.StandardCharsets;
import java.util.Random;

import org.junit.jupiter.api.Tag;
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
			.replace("<BEL>", "\007")
			.replace("<VT>", "\013")
			.replace("<FF>", "\f")
			.replace("<SO>", "\016")
			.replace("<SI>", "\017")
			.replace("<CAN>", "\030")
			.replace("<SUB>", "\032")
			.replace("<DEL>", "\177");
	}

	private void line(String text, boolean goesOn) {
		this.lines.append(text).append(goesOn ? "" : "/");
	}

	private Transcript screen(int rows, int columns) {
		return new Transcript(rows, columns, this::line);
	}

	private static void write(Transcript transcript, String described) {
		byte[] bytes = text(described).getBytes(StandardCharsets.UTF_8);
		transcript.write(bytes, 0, bytes.length);
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

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\1', ignoreLeadingAndTrailingWhitespace = false, value = {
			// Moves.
			"a<ESC>Db|a/ b/", "a<ESC>Eb|a/b/", "a<VT>b|a/ b/", "a<FF>b|a/ b/", "a<ESC>[2Bb|a// b/", "a<ESC>[2eb|a// b/",
			"a<ESC>[2ab|a  b/", "ab<ESC>[2Ec|ab//c/", "1<LF>2<LF>3<ESC>[2Fx|x/2/3/", "abc<ESC>[2`x|axc/",
			"1<LF>2<ESC>[1;2fx|1x/2/", "a<ESC>[Ib|a       b/", "a<TAB>b<ESC>[Zx|a       x/", "a<TAB><ESC>[Zx|x/",
			"a<ESC>[3db|a// b/", "a<ESC>[s<LF>b<ESC>[uc|ac/b/", "1<LF>2<ESC>[Ax|1x/2/", "abc<ESC>[Dx|abx/",
			"ab<ESC>[9Dx|xb/", "<ESC>[9;9Hx|///        x/", "<ESC>[99999999999Cx|         x/", "<ESC>[;5Hx|    x/",
			"0123456789<BS>x|01234567x9/",
			// Erasures.
			"abc<ESC>[2Kx|   x/", "12<LF>34<LF>56<ESC>[2;1H<ESC>[1J|/ 4/56/", "1<LF>2<ESC>[H<ESC>[?J3|3/",
			"abc<CR><ESC>[?Kd|d/", "abcdef<ESC>[2G<ESC>[2Xz|az def/", "12<LF>34<ESC>[1;2H<ESC>[J|1/",
			// Rows that are inserted, deleted and scrolled.
			"1<LF>2<LF>3<ESC>[Sx|1/2/3/ x/", "1<ESC>[1;2;3;4;5Tx|1x/", "1<LF>2<ESC>[Lx|1/x/2/",
			"1<LF>2<LF>3<ESC>[2;2H<ESC>[Mx|1/x/", "<ESC>[2;3r<ESC>[1;1Ha<ESC>[Lb|ab/",
			"<ESC>[2;3r<ESC>[1;1Ha<ESC>[Mb|ab/", "<ESC>[3;2r1<LF>2|1/2/", "ab<LF>c<ESC>[1;3rx|xb/c/",
			"<ESC>[2;2r1<LF>2<LF>3<LF>4<LF>5|1/2/3/4/5/", "1<LF>2<LF>3<LF>4<ESC>[2;3r<ESC>[3;1H<ESC>Mx|1/x/3/4/",
			"1<LF>2<LF>3<LF>4<ESC>[2;3r<ESC>[2;1H<ESC>Mx|1/x/2/4/", "<ESC>[2;3r<ESC>[?6hx<ESC>[2;1Hy<ESC>[9;1Hz|/x/z/",
			"<ESC>[2;3r<ESC>[?6h<ESC>[?6lx|x/", "1<LF>2<LF>3<LF>4<ESC>[2;3r<ESC>[4;1H<LF>x|1/2/3/x/",
			"1<LF>2<LF>3<LF>4<ESC>[2;3r<ESC>[9Ax|x/2/3/4/", "1<LF>2<LF>3<LF>4<ESC>[2;3r<ESC>[3;1H<ESC>[9Ax|1/x/3/4/",
			"1<LF>2<LF>3<LF>4<ESC>[2;3r<ESC>[9Bx|1/2/x/4/", "1<LF>2<LF>3<LF>4<ESC>[2;3r<ESC>[4;1H<ESC>[9Bx|1/2/3/x/",
			// Characters that are inserted, deleted and repeated.
			"0123456789<CR><ESC>[@x|x012345678/", "abc<CR><ESC>[20@x|x/", "abc<CR><ESC>[20Px|x/",
			"a<ESC>[20b|aaaaaaaaaa/", "<ESC>[4h<ESC>[4lb<CR>a|a/", "<ESC>[4hab<CR>\u65e5|\u65e5ab/",
			"<ESC>[4hcd<CR>ab|abcd/", "\u65e5\u672c<ESC>[2G<ESC>[@x| x \u672c/",
			"\u65e5\u672cx<ESC>[2G<ESC>[P| \u672cx/", "\u65e5\u672c<ESC>[2G<ESC>[X|  \u672c/",
			"\u65e5\u672cy<ESC>[1G<ESC>[3Xx|x   y/", "\u65e5\u672c<CR>\u00e4|\u00e4 \u672c/",
			"a\u65e5<CR>\u672c|\u672c/", "\u65e5<CR><ESC>[Px|x/",
			// Marks stay with their characters.
			"e\u0301<CR><ESC>[@x|xe\u0301/", "ae\u0301<CR><ESC>[P|e\u0301/", "e\u0301<CR>a|a/",
			"e\u0301<CR>\u00e4|\u00e4/", "e\u0301f<CR><ESC>[X| f/", "ae\u0301<CR>b|be\u0301/",
			"e\u0301a<ESC>[2Gb|e\u0301b/", "ae\u0301b<CR><ESC>[X| e\u0301b/", "e\u0301b<ESC>[2G<ESC>[X|e\u0301/",
			"e\u0301bc<ESC>[2G<ESC>[P|e\u0301c/", "e\u0301b<ESC>[2G<ESC>[@x|e\u0301xb/", "e\u0301b<CR><ESC>[P|b/",
			"\u65e5\u0301x|\u65e5\u0301x/", "\u0301x|x/", "<ESC>[3G\u0301x|  x/", "a\u200db<ESC>[2Gx|a\u200dbx/",
			"\u65e5\u200d\u672c<ESC>[3Gx|\u65e5\u200d\u672cx/", "ab\u0301<CR>cd|cd/", "abe\u0301<CR>cd|cde\u0301/",
			// Modes, and the alternate screen.
			"ab<ESC>cx|x/", "<ESC>(0<ESC>cq|q/", "<ESC>[4h<ESC>cab<CR>x|xb/", "<ESC>[?7l<ESC>c0123456789a|0123456789a/",
			"<ESC>[2;3r<ESC>c1<LF>2<LF>3<LF>4<LF>5|1/2/3/4/5/", "a<ESC>[?1049hfull<ESC>cx|x/",
			"<ESC>[2;3r<ESC>[?6h<ESC>c<ESC>[1;1Hx|x/", "<ESC>)0<SO>q<SI>q|\u2500q/",
			"a<ESC>[?47hfull<ESC>[?47lb|a    b/", "a<ESC>[?1047hfull<ESC>[?1047lb|a    b/",
			"a<ESC>[?1048h<LF>b<ESC>[?1048lc|ac/b/", "<ESC>[?7l<ESC>[?7h0123456789a|0123456789a/",
			"<ESC>[?25;7l0123456789ab|012345678b/", "<ESC>[?1049ha<ESC>[?1049l<ESC>[?1049hb|b/",
			// Sequences that end early, or say nothing.
			"<ESC>[3<CAN>x|x/", "<ESC>]title<SUB>x|x/", "a<ESC>[<CR>2Cb|a b/", "a<DEL>b|ab/", "<ESC>[4:3mx|x/",
			"<ESC>#8x|x/", "<ESC> Fx|x/", "a<ESC>]t<BEL>b<ESC>]t<BEL>c|abc/" })
	void finishShowsWhatASequenceDoes(String printed, String expected) {
		Transcript transcript = screen(4, 10);
		write(transcript, printed);
		assertThat(finished(transcript)).isEqualTo(expected);
	}

	@Test
	void finishBoundsTheMarksOfACharacter() {
		Transcript transcript = screen(4, 10);
		write(transcript, "e" + "\u0301".repeat(20) + "x");
		assertThat(finished(transcript)).isEqualTo("e" + "\u0301".repeat(16) + "x/");
	}

	@Test
	void finishEndsAStringThatIsTooLong() {
		Transcript transcript = screen(4, 10);
		write(transcript, "<ESC>]" + "s".repeat(1024 * 1024) + "x");
		assertThat(finished(transcript)).isEqualTo("x/");
	}

	@Test
	void resizeKeepsTheCursorOfTheScreenThatIsNotShown() {
		Transcript transcript = screen(4, 10);
		write(transcript, "1<LF>2<LF>3<ESC>[?1049hfull");
		transcript.resize(2, 10);
		write(transcript, "<ESC>[?1049lx");
		assertThat(finished(transcript)).isEqualTo("1/2/3x/");
	}

	@Test
	void resizeKeepsTheCursorOfTheAlternateScreen() {
		Transcript transcript = screen(4, 10);
		write(transcript, "<ESC>[?1049h1<LF>2<LF>3");
		transcript.resize(2, 10);
		write(transcript, "x");
		assertThat(finished(transcript)).isEqualTo("2/3x/");
	}

	@Test
	void writeTakesCharactersAndSequencesThatAreCut() {
		Transcript transcript = screen(4, 20);
		byte[] bytes = text("\u00e4\u65e5\ud83d\ude00<ESC>[31m<ESC>]0;t<BEL>x").getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < bytes.length; i++) {
			transcript.write(bytes, i, 1);
		}
		assertThat(finished(transcript)).isEqualTo("\u00e4\u65e5\ud83d\ude00x/");
	}

	@Test
	void writeReplacesWhatIsNoUtf8() {
		Transcript transcript = screen(4, 20);
		byte[] bytes = { 'a', (byte) 0xe4, 'b', (byte) 0xff, (byte) 0xc0, (byte) 0x80, 'c', (byte) 0xed, (byte) 0xa0,
				(byte) 0x80, 'd' };
		transcript.write(bytes, 0, bytes.length);
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

	@Tag("random")
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
			byte[] bytes = piece.getBytes((i % 7 == 0) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
			transcript.write(bytes, 0, bytes.length);
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
