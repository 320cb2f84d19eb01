package com.headjack.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import com.headjack.text.VisibleText;

/**
 * The scripts that run in containers.
 */
enum Scripts {

	SURVEY, START, SUPERVISE, RECORD, RUNNING, END, TERMINAL, EXEC, LEAVE, MEMORY, FETCH;

	/**
	 * Returns a command that becomes a program of the container, and tells in words and
	 * by the exit codes of a shell if it cannot.
	 * @param words the program with its arguments
	 * @return the command
	 */
	static List<String> becoming(List<String> words) {
		String shown = VisibleText.line(words.getFirst());
		return Stream.concat(Stream.of("sh", "-c", EXEC.text(), "sh", shown), words.stream()).toList();
	}

	String text() {
		String file = name().toLowerCase(Locale.ROOT) + ".sh";
		try (InputStream resource = Objects.requireNonNull(Scripts.class.getResourceAsStream(file), file)) {
			return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
