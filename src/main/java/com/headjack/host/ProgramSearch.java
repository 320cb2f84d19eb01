package com.headjack.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Finds programs in the folders of a {@code PATH}. Java itself looks in those that this
 * process was started with.
 *
 * @param folders the folders, separated by colons; an empty one is the folder that a
 * program is started in; {@code null} for the system's own
 */
record ProgramSearch(@Nullable String folders) {

	private static final Pattern SEPARATOR = Pattern.compile(":");

	private static final String USUAL = "/bin:/usr/bin";

	/**
	 * Finds a program.
	 * @param name its name without a folder
	 * @param start the folder that it is started in
	 * @return the first file that can be run, or a file that is not there or cannot be
	 * run
	 */
	String find(String name, Path start) {
		List<Path> files = candidates().filter((folder) -> SystemText.flaw(folder).isEmpty())
			.map((folder) -> start.resolve(folder).resolve(name))
			.toList();
		return files.stream()
			.filter((file) -> Files.isRegularFile(file) && Files.isExecutable(file))
			.findFirst()
			.orElseGet(files::getFirst)
			.toString();
	}

	private Stream<String> candidates() {
		return Stream.of(SEPARATOR.split((this.folders != null) ? this.folders : USUAL, -1));
	}

}
