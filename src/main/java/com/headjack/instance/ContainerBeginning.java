package com.headjack.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.headjack.engine.MountProof;
import com.headjack.gitconfig.ContainerConfiguration;
import com.headjack.gitconfig.ContainerFiles;
import com.headjack.host.HostUser;
import com.headjack.host.UntrustedFile;

/**
 * The first start of a container: its main program gets it ready, and reports the end in
 * a file of the output folder. That saves the requests for programs that would do it
 * afterwards.
 *
 * @param script the script that gets a container ready
 * @param configuration git's configuration for the container
 * @param mounts the folders that the container must share with this machine
 * @param proof the proof that it shares them
 * @param report the name of the file with the report
 */
record ContainerBeginning(String script, ContainerConfiguration configuration, InstanceMounts mounts, MountProof proof,
		String report) implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(3);

	private static final Duration PAUSE = Duration.ofMillis(4);

	private static final int LONGEST = 64 * 1024;

	/**
	 * Stands for the image's user, which only the engine knows.
	 */
	private static final String UNKNOWN = "?";

	static ContainerBeginning of(String script, ContainerConfiguration configuration, InstanceMounts mounts) {
		return new ContainerBeginning(MountProof.SCRIPT + script, configuration, mounts, mounts.proof(),
				".began-" + UUID.randomUUID());
	}

	/**
	 * Returns what the main program needs for it.
	 * @return words of the main program
	 */
	List<String> words() {
		HostUser user = HostUser.ownerOf(this.mounts.worktree());
		List<String> words = new ArrayList<>(List.of(ContainerPaths.OUT + "/" + this.report, this.script));
		words.addAll(this.proof.arguments(this.mounts.targets()));
		words.addAll(List.of(String.valueOf(user.uid()), String.valueOf(user.gid()), UNKNOWN,
				ContainerFiles.FOLDER + "/" + ContainerFiles.CONFIGURATION));
		words.addAll(this.configuration.programs());
		return words;
	}

	/**
	 * Waits for the report.
	 * @return the programs, of those that git's configuration needs, that are there; or
	 * empty if the container is not ready, or does not say so in time
	 */
	Optional<Set<String>> found() {
		long end = System.nanoTime() + PATIENCE.toNanos();
		Optional<List<String>> lines = lines();
		while (lines.isEmpty() && System.nanoTime() < end && pause()) {
			lines = lines();
		}
		return lines.filter((all) -> all.getFirst().equals("0") && this.proof.seen()).map(this::wanted);
	}

	private Set<String> wanted(List<String> lines) {
		Set<String> wanted = new LinkedHashSet<>(lines.subList(1, lines.size()));
		wanted.retainAll(this.configuration.programs());
		return wanted;
	}

	private Optional<List<String>> lines() {
		return new UntrustedFile(file(), LONGEST).text().map((text) -> text.lines().toList());
	}

	private static boolean pause() {
		try {
			Thread.sleep(PAUSE);
			return true;
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private Path file() {
		return this.mounts.out().resolve(this.report);
	}

	/**
	 * Removes the files of the proof and the report.
	 */
	@Override
	public void close() {
		this.proof.close();
		try {
			Files.deleteIfExists(file());
		}
		catch (IOException _) {
			// The report is of no use, and goes with the instance.
		}
	}

}
