package com.headjack.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.headjack.configuration.TextFile;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.shell.grammar.CommandText;

/**
 * Commands from a file or from stdin.
 *
 * @param name the file's name, for messages
 * @param lines the commands
 */
record Script(String name, List<CommandText.Line> lines) {

	private static final int LARGEST = 1024 * 1024;

	/**
	 * Reads a script from a file.
	 */
	static Script read(Path file) {
		requireNoPipe(file);
		try (InputStream input = Files.newInputStream(file)) {
			return read(file.toString(), input);
		}
		catch (IOException ex) {
			throw new HeadjackException(FailureKind.MISUSED, "cannot read the script " + file,
					"check the file's name, and that you may read it");
		}
	}

	/**
	 * A pipe without a writer would be waited for. The shell's own pipes have one.
	 */
	private static void requireNoPipe(Path file) {
		boolean other = Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
		if (other && !file.startsWith("/dev") && !file.startsWith("/proc")) {
			throw new HeadjackException(FailureKind.MISUSED, file + " is a pipe, a socket or a device, not a script",
					"pass the commands on stdin: hjk - <" + file);
		}
	}

	/**
	 * Reads a script to its end.
	 */
	static Script read(String name, InputStream input) throws IOException {
		byte[] bytes = input.readNBytes(LARGEST + 1);
		if (bytes.length > LARGEST) {
			throw new HeadjackException(FailureKind.MISUSED, "the script " + name + " is longer than 1 MiB",
					"split it, or check whether it is the right file");
		}
		CommandText text = CommandText.of(decode(name, bytes));
		if (!text.complete()) {
			throw new HeadjackException(FailureKind.MISUSED,
					name + ":" + text.lines().getLast().number() + ": a quote is not closed",
					"close it; nothing of the script was run");
		}
		return new Script(name, text.lines());
	}

	/**
	 * Editors of Windows begin a file with a mark.
	 */
	private static String decode(String name, byte[] bytes) {
		try {
			String text = TextFile.decode(name, bytes);
			return text.startsWith("\ufeff") ? text.substring(1) : text;
		}
		catch (HeadjackException ex) {
			throw new HeadjackException(FailureKind.MISUSED, "the script " + ex.getMessage(),
					"check whether it is the right file", ex);
		}
	}

}
