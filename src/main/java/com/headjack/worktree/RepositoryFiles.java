package com.headjack.worktree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads a repository's files without git, for completion: git takes too long to start.
 * Anything that only git can read is left out.
 *
 * @param repository the repository
 * @see <a href="https://git-scm.com/docs/gitrepository-layout">gitrepository-layout</a>
 */
public record RepositoryFiles(Repository repository) {

	private static final String GIT = ".git";

	private static final String HEADS = "refs/heads/";

	private static final int LONGEST_PATH = 8192;

	private static final long LARGEST = 16 * 1024 * 1024;

	/**
	 * Returns the repository that a folder belongs to.
	 * @param directory the folder by an absolute path, at any depth of a working tree or
	 * in a bare repository
	 * @return the repository, or empty if there is none
	 */
	public static Optional<RepositoryFiles> of(Path directory) {
		Path folder = directory;
		Optional<Path> common = common(folder);
		while (common.isEmpty() && folder.getParent() != null) {
			folder = folder.getParent();
			common = common(folder);
		}
		return common.map(Folders::real).map(Repository::of).map(RepositoryFiles::new);
	}

	private static Optional<Path> common(Path folder) {
		Path git = folder.resolve(GIT);
		if (Files.isRegularFile(git)) {
			return line(git).filter((line) -> line.startsWith("gitdir: "))
				.map((line) -> folder.resolve(line.substring("gitdir: ".length())))
				.map((directory) -> line(directory.resolve("commondir")).map(directory::resolve).orElse(directory))
				.filter(RepositoryFiles::isRepository);
		}
		return Optional.of(Files.isDirectory(git) ? git : folder).filter(RepositoryFiles::isRepository);
	}

	private static boolean isRepository(Path folder) {
		return Files.exists(folder.resolve("HEAD")) && Files.isDirectory(folder.resolve("objects"));
	}

	private static Optional<String> line(Path file) {
		if (!Files.isRegularFile(file)) {
			return Optional.empty();
		}
		try (InputStream stream = Files.newInputStream(file)) {
			return Optional.of(new String(stream.readNBytes(LONGEST_PATH), StandardCharsets.UTF_8).stripTrailing());
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Returns the names of the branches.
	 * @return the names, sorted; empty if the repository does not keep its references in
	 * files
	 */
	public List<String> branches() {
		Collection<String> branches = new TreeSet<>();
		try {
			addPacked(branches);
			addLoose(branches);
		}
		catch (IOException ex) {
			// The branches found so far are enough for completion.
		}
		return branches.stream().filter((name) -> BranchNameRule.brokenBy(name).isEmpty()).toList();
	}

	private void addPacked(Collection<String> branches) throws IOException {
		Path packed = this.repository.commonDirectory().resolve("packed-refs");
		if (Files.isRegularFile(packed) && Files.size(packed) <= LARGEST) {
			for (String line : Files.readAllLines(packed)) {
				int reference = line.indexOf(' ') + 1;
				if (line.startsWith(HEADS, reference) && !line.startsWith("#")) {
					branches.add(line.substring(reference + HEADS.length()));
				}
			}
		}
	}

	private void addLoose(Collection<String> branches) throws IOException {
		Path heads = this.repository.commonDirectory().resolve(HEADS);
		if (!Files.isDirectory(heads)) {
			return;
		}
		Files.walkFileTree(heads, new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
				branches.add(heads.relativize(file).toString().replace('\\', '/'));
				return FileVisitResult.CONTINUE;
			}
		});
	}

}
