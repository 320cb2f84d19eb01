package com.headjack.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.engine.TerminalSize;

import static org.assertj.core.api.Assertions.assertThat;

class SessionLogTests {

	private static final long MIB = 1024 * 1024;

	@TempDir
	Path folder;

	private Path file;

	private Path old;

	private SessionLog log;

	@BeforeEach
	void name() {
		this.file = this.folder.resolve("a.log");
		this.old = this.folder.resolve("a.log.old");
		this.log = new SessionLog(this.file, this.old);
	}

	private static String copied(LogReader reader) throws IOException {
		ByteArrayOutputStream target = new ByteArrayOutputStream();
		reader.copy(target);
		return target.toString(StandardCharsets.UTF_8);
	}

	private void append(String text) throws IOException {
		Files.writeString(this.file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	private void rotate() throws IOException {
		Files.move(this.file, this.old, StandardCopyOption.REPLACE_EXISTING);
	}

	@Test
	void copyWhenNothingIsThereYetGivesWhatComes() throws IOException {
		try (LogReader reader = this.log.open()) {
			assertThat(copied(reader)).isEmpty();
			append("1");
			assertThat(copied(reader)).isEqualTo("1");
			append("2");
			assertThat(copied(reader)).isEqualTo("2");
			assertThat(copied(reader)).isEmpty();
		}
	}

	@Test
	void copyWhenTheNameChangesBetweenAFileAndAFolderNeverFails() throws IOException {
		Path regular = Files.writeString(this.folder.resolve("regular"), "FAKE");
		Path other = Files.createDirectory(this.folder.resolve("other"));
		AtomicBoolean over = new AtomicBoolean();
		Thread swapping = Thread.ofPlatform().start(() -> {
			while (!over.get()) {
				swap(regular);
				swap(other);
			}
		});
		try {
			for (int tries = 0; tries < 5000; tries++) {
				try (LogReader reader = this.log.open()) {
					assertThat(copied(reader)).matches("(FAKE)*");
				}
			}
		}
		finally {
			over.set(true);
			join(swapping);
		}
	}

	private void swap(Path other) {
		try {
			Files.move(other, this.file);
			Files.move(this.file, other);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void copyGoesOnWhereTheLogDoes() throws IOException {
		append("1");
		rotate();
		append("2");
		try (LogReader reader = this.log.open()) {
			assertThat(copied(reader)).isEqualTo("12");
			append("3");
			rotate();
			assertThat(copied(reader)).isEqualTo("3");
			append("4");
			assertThat(copied(reader)).isEqualTo("4");
			append("5");
			rotate();
			append("6");
			rotate();
			append("7");
			assertThat(copied(reader)).isEqualTo("567");
		}
	}

	@Test
	void copyOfALogThatIsReplacedMeanwhileGivesAllOfIt() throws IOException {
		append("1");
		rotate();
		append("2");
		try (LogReader reader = this.log.open()) {
			rotate();
			append("3");
			rotate();
			assertThat(copied(reader)).isEqualTo("123");
		}
	}

	@Test
	void openFollowsNoLink() throws IOException {
		Path secret = Files.writeString(this.folder.resolve("secret"), "CANARY");
		Files.createSymbolicLink(this.file, secret);
		Files.createSymbolicLink(this.old, secret);
		try (LogReader reader = this.log.open()) {
			assertThat(copied(reader)).isEmpty();
			Files.delete(this.file);
			append("1");
			assertThat(copied(reader)).isEqualTo("1");
			Files.delete(this.file);
			Files.createSymbolicLink(this.file, secret);
			assertThat(copied(reader)).isEmpty();
		}
	}

	@Test
	void obstacleNamesAFileThatIsNone() throws IOException {
		append("1");
		assertThat(this.log.obstacle(true)).isEmpty();
		Files.delete(this.file);
		assertThat(this.log.obstacle(false)).isEmpty();
		assertThat(this.log.obstacle(true)).hasValue(this.file + " is missing");
		Files.createSymbolicLink(this.file, this.folder);
		assertThat(this.log.obstacle(false)).hasValue(this.file + " is a symbolic link");
		Files.createDirectory(this.old);
		assertThat(this.log.obstacle(false)).hasValue(this.old + " is a folder");
	}

	@Test
	void obstacleTellsOfALogThatWasEmptiedAndMadeLonger() throws IOException {
		append("1\n");
		try (RandomAccessFile log = new RandomAccessFile(this.file.toFile(), "rw")) {
			log.setLength(1L << 38);
		}
		assertThat(this.log.obstacle(false)).hasValue(this.file + " ends in nothing but NUL bytes");
		append("2\n");
		assertThat(this.log.obstacle(false)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "0,''", "1,'5'", "2,'4\n5'", "4,'2\n3\n4\n5'", "9,'1\n2\n3\n4\n5'" })
	void skipToLastCountsLinesOfBothHalves(int lines, String expected) throws IOException {
		append("1\n2\n3");
		rotate();
		append("\n4\n5\n");
		try (LogReader reader = this.log.open()) {
			reader.skipToLast(lines);
			assertThat(copied(reader)).isEqualTo(expected.isEmpty() ? "" : expected + "\n");
		}
	}

	@Test
	void beginOfALogThatHasNoBeginningIsBehindALine() throws IOException {
		append("\033]777;headjack-size;30;90\007f a line\n1\n");
		rotate();
		append("\033]777;headjack-size;30;90\0072\n");
		try (LogReader reader = this.log.open()) {
			assertThat(reader.begin(Long.MAX_VALUE)).extracting(LogStart::known, LogStart::size)
				.containsExactly(false, new TerminalSize(30, 90));
			assertThat(copied(reader)).isEqualTo("1\n\033]777;headjack-size;30;90\0072\n");
		}
	}

	@Test
	void beginStartsBehindALineWithTheSizeThatTheTerminalHasThere() throws IOException {
		append("\033]777;headjack-begin\007\033]777;headjack-size;30;90\007");
		append("0123456789abcde\n".repeat(200_000));
		append("\033]777;headjack-size;50;100\007");
		try (LogReader reader = this.log.open()) {
			LogStart start = reader.begin(MIB);
			assertThat(start.size()).isEqualTo(new TerminalSize(30, 90));
			assertThat(start.known()).isFalse();
			assertThat(copied(reader)).startsWith("0123").hasSizeBetween((int) MIB - 16, (int) MIB);
			assertThat(reader.begin(10 * MIB).known()).isTrue();
			assertThat(copied(reader)).startsWith("\033]777;");
		}
	}

	@Test
	void beginStartsWhereAllWasDrawnAnew() throws IOException {
		append("\033]777;headjack-size;30;90\007first\033[2J\033[3J\033[Hsecond");
		append("\033]777;headjack-size;31;91\007\033[2J\033[3J\033[Hthird\n");
		try (LogReader reader = this.log.open()) {
			assertThat(reader.begin(Long.MAX_VALUE)).extracting(LogStart::known, LogStart::size)
				.containsExactly(true, new TerminalSize(31, 91));
			assertThat(copied(reader)).isEqualTo("\033[2J\033[3J\033[Hthird\n");
		}
	}

	@Test
	void beginOfALineWithoutEndIsNotLookedForForever() throws IOException {
		append("x".repeat(3 * (int) MIB));
		try (LogReader reader = this.log.open()) {
			assertThat(reader.begin(2 * MIB).position()).isEqualTo(MIB);
		}
	}

}
