package com.headjack.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.Termination;

/**
 * A proof that a container sees folders of this machine: a file that is written outside
 * is seen inside, and its removal inside is seen outside.
 */
public final class MountProof implements AutoCloseable {

	private static final int UNSEEN = 71;

	private static final int READ_ONLY = 72;

	/**
	 * The container's part, for the beginning of a script. It uses up the two
	 * {@link #arguments}. If a file is missing or cannot be removed, it prints the
	 * folder.
	 */
	public static final String SCRIPT = """
			unseen=$(printf '%s\\n' "$2" | while IFS= read -r folder; do
				[ -e "$folder/$1" ] || printf '%s\\n' "$folder"
			done)
			[ -z "$unseen" ] || { printf '%s\\n' "$unseen"; exit 71; }
			printf '%s\\n' "$2" | while IFS= read -r folder; do
				rm -f "$folder/$1" 2>/dev/null || { printf '%s\\n' "$folder"; exit 72; }
			done || exit 72
			shift 2
			""";

	private final String name = ".hjk-" + UUID.randomUUID();

	private final List<Path> files = new CopyOnWriteArrayList<>();

	private final Termination.Registration termination = Termination.hook(this::abandon);

	private MountProof() {
	}

	/**
	 * Writes a file into each folder.
	 * @param folders the folders on the host
	 * @return the proof, which removes the files when it is closed
	 * @throws HeadjackException if a folder cannot be written to
	 */
	public static MountProof in(List<Path> folders) {
		MountProof proof = new MountProof();
		try {
			for (Path folder : folders) {
				Path file = folder.resolve(proof.name);
				proof.files.add(file);
				Files.createFile(file);
			}
			return proof;
		}
		catch (IOException ex) {
			proof.close();
			throw new HeadjackException(FailureKind.FAILED,
					"cannot write to a folder of the instance: " + ex.getMessage(),
					"make sure that you may write there, and that there is room", ex);
		}
	}

	/**
	 * Returns the arguments of {@link #SCRIPT}.
	 * @param targets the folders as the container sees them
	 * @return the arguments
	 */
	public List<String> arguments(List<String> targets) {
		return List.of(this.name, String.join("\n", targets));
	}

	/**
	 * Judges the container's answer.
	 * @param engine the engine
	 * @param result the end of the script
	 * @throws FilesUnseenException if the container does not see this machine's files, or
	 * this machine does not see what the container does
	 * @throws EngineUnavailableException if the container may not write to them
	 */
	public void require(ContainerEngine engine, ExecResult result) {
		String folder = result.output().lines().findFirst().orElse("");
		if (result.code() == UNSEEN) {
			throw new FilesUnseenException(engine.version().address(), folder);
		}
		if (result.code() == READ_ONLY) {
			throw new EngineUnavailableException(
					"containers of the engine at %s may not write to %s".formatted(engine.version().address(), folder),
					"use an engine whose containers may write to your files, or another folder", null);
		}
		if (result.succeeded()) {
			kept().findFirst().ifPresent((file) -> {
				throw new FilesUnseenException(engine.version().address(), String.valueOf(file.getParent()));
			});
		}
	}

	/**
	 * Returns whether this machine has seen that the container removed the files.
	 * @return {@code false} if a file is left
	 */
	public boolean seen() {
		return kept().findAny().isEmpty();
	}

	private Stream<Path> kept() {
		return this.files.stream().filter((file) -> Files.exists(file, LinkOption.NOFOLLOW_LINKS));
	}

	/**
	 * Removes the files of a command that is terminated.
	 */
	private void abandon() {
		try {
			remove();
		}
		catch (IOException ex) {
			// There is nobody left to tell.
		}
	}

	/**
	 * Removes the files that are left.
	 */
	@Override
	public void close() {
		try (Termination.Registration _ = this.termination) {
			remove();
		}
		catch (IOException ex) {
			throw new HeadjackException(FailureKind.FAILED, "cannot remove a file: " + ex.getMessage(), null, ex);
		}
	}

	private void remove() throws IOException {
		for (Path file : this.files) {
			Files.deleteIfExists(file);
		}
	}

}
