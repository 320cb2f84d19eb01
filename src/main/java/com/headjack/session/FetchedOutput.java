package com.headjack.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.headjack.host.UniqueName;

/**
 * What a container tells of its sessions' output: lines, and after an empty line what is
 * new in a log. It becomes files in a folder that only hjk writes.
 *
 * @param out the folder
 * @param log the log that was asked for, or {@code null} if none was
 */
record FetchedOutput(Path out, @Nullable FetchedLog log) {

	private static final int LONGEST = 1024 * 1024;

	private static final Pattern BOOT = Pattern.compile("boot ([\\w-]{1,100})");

	private static final Pattern EXIT = Pattern.compile("exit (\\d{1,12}) ([\\w-]{1,200}) (\\d{1,3}(?: memory)?) *");

	private static final Pattern LOG = Pattern.compile("log (\\d{1,20}) (\\d{1,12}) (\\d{1,12}) (\\d{1,12})");

	/**
	 * Takes an answer in.
	 * @param answer the file with the answer
	 * @param asked what the container was told of the log
	 */
	void take(Path answer, List<String> asked) throws IOException {
		try (FileChannel content = FileChannel.open(answer)) {
			for (String line : lines(content).lines().toList()) {
				take(line, asked, content);
			}
		}
	}

	/**
	 * Reads the lines, and leaves the position after the empty one.
	 */
	private static String lines(FileChannel content) throws IOException {
		ByteBuffer begin = ByteBuffer.allocate((int) Math.min(LONGEST, content.size()));
		while (begin.hasRemaining() && content.read(begin) >= 0) {
			// It is read to the end.
		}
		String text = new String(begin.array(), 0, begin.position(), StandardCharsets.ISO_8859_1);
		int end = text.indexOf("\n\n");
		content.position((end < 0) ? content.size() : end + 2);
		return (end < 0) ? text : text.substring(0, end);
	}

	private void take(String line, List<String> asked, FileChannel content) throws IOException {
		Matcher boot = BOOT.matcher(line);
		Matcher exit = EXIT.matcher(line);
		Matcher change = LOG.matcher(line);
		if (boot.matches()) {
			write("boot", boot.group(1));
		}
		else if (exit.matches()) {
			Path file = write(exit.group(2) + ".exit", exit.group(3));
			Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(Long.parseLong(exit.group(1)))));
		}
		else if (change.matches() && this.log != null) {
			take(this.log, change, asked, content);
		}
	}

	private static void take(FetchedLog log, Matcher line, List<String> asked, FileChannel content) throws IOException {
		String turn = line.group(1);
		boolean same = turn.equals(asked.get(1));
		FetchedLog.Change change = new FetchedLog.Change(turn, same, Long.parseLong(asked.get(2)),
				Long.parseLong(line.group(2)), Long.parseLong(line.group(3)), Long.parseLong(line.group(4)));
		boolean whole = content.size() - content.position() == change.older() + change.newer();
		boolean asAsked = change.rest() == 0 || change.rest() == change.from();
		if (whole && asAsked) {
			log.take(change, content);
		}
	}

	private Path write(String name, String text) throws IOException {
		Path file = this.out.resolve(name);
		Path draft = this.out.resolve(name + "." + UniqueName.current());
		Files.writeString(draft, text);
		return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
	}

}
