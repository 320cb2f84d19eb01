package com.headjack.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
		try (InputStream input = Files.newInputStream(file)) {
			return read(file.toString(), input);
		}
		catch (IOException ex) {
			throw new HeadjackException(FailureKind.MISUSED, "cannot read the script " + file,
					"check the file's name, and that you may read it");
		}
	}

	/**
	 * Reads a script to its end.
	 */
	static Script read(String name, InputStream input) throws IOException {
		byte[] bytes = input.readNBytes(LARGEST + 1);
		if (bytes.length > LARGEST) {
			throw new HeadjackException(FailureKind.MISUSED, "the script " + name + " is longer than 1 MiB",
					"split it, or see whether it is the right file");
		}
		CommandText text = CommandText.of(decode(name, bytes));
		if (!text.complete()) {
			throw new HeadjackException(FailureKind.MISUSED,
					name + ":" + text.lines().getLast().number() + ": a quote is not closed",
					"close it; nothing of the script was run");
		}
		return new Script(name, text.lines());
	}

	private static String decode(String name, byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new HeadjackException(FailureKind.MISUSED, "the script " + name + " is not text in UTF-8",
					"see whether it is the right file");
		}
	}

}
