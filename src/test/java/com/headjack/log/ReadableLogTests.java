package com.headjack.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.redaction.Redaction;
import com.headjack.screen.LineSink;

import static org.assertj.core.api.Assertions.assertThat;

class ReadableLogTests {

	private static final String BEGIN = "\033]777;headjack-begin\007";

	private static final String ANEW = "\033[2J\033[3J\033[H";

	@TempDir
	Path folder;

	private final List<String> lines = new ArrayList<>();

	private final StringBuilder begun = new StringBuilder();

	private final LineSink target = (text, goesOn) -> {
		this.begun.append(text);
		if (!goesOn) {
			this.lines.add(this.begun.toString());
			this.begun.setLength(0);
		}
	};

	private void append(String text) throws IOException {
		Files.writeString(this.folder.resolve("a.log"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	private ReadableLog open(int wanted, boolean goesOn) throws IOException {
		return ReadableLog.open(new SessionLog(this.folder.resolve("a.log"), this.folder.resolve("a.log.old")), wanted,
				goesOn, Redaction::none, this.target);
	}

	private List<String> read(int wanted) throws IOException {
		this.lines.clear();
		open(wanted, false).close();
		return this.lines;
	}

	private static String size(int rows, int columns) {
		return LogFormat.SIZE_MARK + rows + ";" + columns + "\007";
	}

	@Test
	void openGivesLinesAsTheyStoodOnTheScreen() throws IOException {
		append(BEGIN + size(40, 120) + " 10%\r100%\r\n\033[1mbold\033[m\r\nno end");
		assertThat(read(100)).containsExactly("100%", "bold", "no end");
		assertThat(read(2)).containsExactly("bold", "no end");
		assertThat(read(Integer.MAX_VALUE)).hasSize(3);
	}

	@Test
	void openOfALogThatIsNotThereYetGivesNone() throws IOException {
		assertThat(read(100)).isEmpty();
	}

	@Test
	void openDrawsForTheSizeThatTheTerminalHad() throws IOException {
		append(BEGIN + size(3, 4) + "\033[1;4Hab\r\n");
		assertThat(read(100)).isNotEmpty().first().asString().startsWith("   a");
	}

	@Test
	void openOfALogThatWasDrawnAnewGivesTheLastDrawing() throws IOException {
		append(BEGIN + size(40, 120) + "old\r\n" + ANEW + "new\r\n");
		assertThat(read(100)).containsExactly("new");
	}

	@Test
	void openReadsFurtherBackWhereTooFewLinesAreFound() throws IOException {
		append(BEGIN + size(40, 120));
		for (int line = 0; line < 500; line++) {
			append("line " + line + "\r\n");
		}
		append("\r" + "x".repeat(10) + "\r\033[K".repeat(100_000));
		assertThat(read(3)).endsWith("line 498", "line 499").hasSizeLessThanOrEqualTo(3);
	}

	@Test
	void openOfALogWithoutItsBeginningGivesItsEnd() throws IOException {
		append(size(40, 120) + "cut\r\n");
		Files.move(this.folder.resolve("a.log"), this.folder.resolve("a.log.old"), StandardCopyOption.ATOMIC_MOVE);
		append(size(40, 120) + "1\r\n2\r\n");
		assertThat(read(2)).containsExactly("1", "2");
	}

	@Test
	void nextGivesWhatCameAndFinishTheRest() throws IOException {
		append(BEGIN + size(3, 20) + "1\r\n");
		try (ReadableLog log = open(100, true)) {
			append("2\r\n3\r\n4\r\n5\r\n");
			log.next();
			assertThat(this.lines).startsWith("1", "2");
			append(size(4, 20) + "6");
			log.next();
			for (int looks = 0; looks < 20; looks++) {
				log.next();
			}
			log.finish();
		}
		assertThat(this.lines).containsExactly("1", "2", "3", "4", "5", "6");
	}

}
