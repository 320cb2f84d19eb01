package com.headjack.worktree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.headjack.failure.HeadjackException;

/**
 * The files that a later commit brings, which a few small objects can make very many, or
 * very large.
 *
 * @param git runs git
 * @param repository the repository
 * @param most the most bytes that are taken
 */
record NewFiles(Git git, Repository repository, long most) {

	private static final long MOST = 4L * 1024 * 1024 * 1024;

	private static final String SUBMODULE = "160000";

	private static final int MODE = 1;

	private static final int ID = 3;

	NewFiles(Git git, Repository repository) {
		this(git, repository, MOST);
	}

	/**
	 * Returns why the files are not taken.
	 * @param before the commit whose files are there
	 * @param after the later commit
	 * @return the reason, or empty if they are of a usual number and size
	 */
	Optional<String> obstacle(String before, String after) {
		try {
			Map<String, Integer> contents = contents(before, after);
			return (bytes(contents) <= this.most) ? Optional.empty()
					: Optional.of("its new files have more than %s MiB".formatted(this.most >> 20));
		}
		catch (HeadjackException _) {
			return Optional.of("it has more new files than hjk looks at");
		}
	}

	/**
	 * Counts how many files have each content.
	 */
	private Map<String, Integer> contents(String before, String after) {
		Map<String, Integer> contents = new HashMap<>();
		this.git.run(this.repository, new TransferCommand.ListNewFiles(before, after))
			.require()
			.lines()
			.map((line) -> line.split("[ \t]", ID + 2))
			.filter((words) -> words.length > ID && !words[MODE].equals(SUBMODULE) && !words[ID].matches("0+"))
			.forEach((words) -> contents.merge(words[ID], 1, Integer::sum));
		return contents;
	}

	private long bytes(Map<String, Integer> contents) {
		Path input = file(contents);
		try {
			return this.git.run(this.repository, new TransferCommand.ShowSizes(input))
				.require()
				.lines()
				.map((line) -> line.split(" ", 2))
				.mapToLong((words) -> contents.getOrDefault(words[0], 0) * Long.parseLong(words[1]))
				.sum();
		}
		finally {
			delete(input);
		}
	}

	private static Path file(Map<String, Integer> contents) {
		try {
			return Files.write(Files.createTempFile("headjack", ""), contents.keySet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void delete(Path file) {
		try {
			Files.delete(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
