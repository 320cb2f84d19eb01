package com.headjack.worktree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * The places of a repository's parts. The user may have moved a part and left a symbolic
 * link in the common folder. A container cannot make such a link: it cannot write to the
 * common folder itself.
 *
 * @param common the real common folder
 */
record RepositoryLayout(Path common) {

	private static final String OBJECTS = "objects";

	private static final List<String> WRITABLE = List.of(OBJECTS, "refs", "lfs", "reftable");

	private static final List<String> READ = List.of("HEAD", "description", "hooks", "info", "packed-refs", "shallow");

	/**
	 * Creates the folders that a container needs and git on the host creates only later.
	 * @throws IOException if one cannot be created
	 */
	void prepare() throws IOException {
		if (!Files.exists(this.common.resolve("lfs"), LinkOption.NOFOLLOW_LINKS)) {
			Files.createDirectory(this.common.resolve("lfs"));
		}
		if (Files.isDirectory(this.common.resolve(OBJECTS))) {
			Files.createDirectories(this.common.resolve(OBJECTS).resolve("info"));
		}
	}

	/**
	 * Returns the folders in the common folder that a container may write to.
	 * @return their names
	 */
	List<String> shared() {
		return WRITABLE.stream()
			.filter((name) -> Files.exists(this.common.resolve(name), LinkOption.NOFOLLOW_LINKS))
			.toList();
	}

	/**
	 * Returns the mounts of the objects and references.
	 * @return the folders that the container may write to, and the one in them that it
	 * may not
	 */
	List<GitPath> mounts() {
		List<GitPath> mounts = new ArrayList<>();
		for (String name : shared()) {
			mounts.add(new GitPath(folder(name), this.common.resolve(name), true));
		}
		Path info = objects().resolve("info");
		if (!Files.isDirectory(info, LinkOption.NOFOLLOW_LINKS)) {
			throw unknown(info);
		}
		mounts.add(new GitPath(info, this.common.resolve(OBJECTS).resolve("info"), false));
		return List.copyOf(mounts);
	}

	/**
	 * Returns the mounts of what the repository only refers to: the objects that it
	 * borrows from other repositories, and the files behind symbolic links.
	 * @param live the folder in the container at which the common folder is mounted
	 * @return the files and folders, which the container can only read
	 */
	List<GitPath> references(Path live) {
		Stream<GitPath> links = READ.stream()
			.filter((name) -> Files.isSymbolicLink(this.common.resolve(name)))
			.filter((name) -> Files.exists(this.common.resolve(name)))
			.map((name) -> new GitPath(real(this.common.resolve(name)), live.resolve(target(name)).normalize(), false));
		return Stream.concat(links, BorrowedObjects.of(objects(), this.common.resolve(OBJECTS)).stream()).toList();
	}

	private Path objects() {
		return folder(OBJECTS);
	}

	private Path folder(String name) {
		Path folder = this.common.resolve(name);
		if (!Files.isDirectory(folder)) {
			throw unknown(folder);
		}
		return Files.isSymbolicLink(folder) ? real(folder) : folder;
	}

	private Path target(String link) {
		try {
			return Files.readSymbolicLink(this.common.resolve(link));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path real(Path path) {
		try {
			return path.toRealPath();
		}
		catch (IOException ex) {
			throw unknown(path);
		}
	}

	private static HeadjackException unknown(Path path) {
		return new HeadjackException(FailureKind.FAILED, "the repository is laid out in an unknown way: " + path,
				"make sure that this is a folder, and not missing");
	}

}
