package com.headjack.instance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.engine.MountProof;

/**
 * The folders that a container of an instance must share with this machine.
 *
 * @param worktree the worktree
 * @param out the folder for the output of the sessions
 */
record InstanceMounts(Path worktree, Path out) {

	private static final String POINTER = "gitdir: ";

	private static final int LONGEST = 8192;

	/**
	 * Begins a proof that the container shares them.
	 * @return the proof, to be closed by the caller
	 */
	MountProof proof() {
		return MountProof.in(Stream.concat(Stream.of(this.worktree, this.out), own().stream()).toList());
	}

	/**
	 * Returns the folders as the container sees them.
	 * @return the paths in the container
	 */
	List<String> targets() {
		return Stream
			.concat(Stream.of(this.worktree.toString(), ContainerPaths.WORKSPACE, ContainerPaths.OUT),
					own().map(Path::toString).stream())
			.toList();
	}

	/**
	 * Finds the worktree's own folder in the repository, which the container may write
	 * to.
	 */
	private Optional<Path> own() {
		Path pointer = this.worktree.resolve(".git");
		if (!Files.isRegularFile(pointer, LinkOption.NOFOLLOW_LINKS)) {
			return Optional.empty();
		}
		try (InputStream stream = Files.newInputStream(pointer, LinkOption.NOFOLLOW_LINKS)) {
			String line = new String(stream.readNBytes(LONGEST), StandardCharsets.UTF_8).stripTrailing();
			return Optional.of(line)
				.filter((text) -> text.startsWith(POINTER))
				.map((text) -> this.worktree.resolve(text.substring(POINTER.length())).normalize())
				.filter(Files::isDirectory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
