package com.headjack.worktree;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import com.headjack.host.FolderDeletion;
import com.headjack.host.UntrustedFile;
import com.headjack.process.CommandResult;

/**
 * The configuration of a repository that git in a container reads and writes in place of
 * the host's. Git on the host never reads it.
 */
final class PrivateSettings {

	/**
	 * Git in a container deletes no objects: it does not see the logs of the host, which
	 * keep some of them. It does not try to write what it cannot write.
	 */
	private static final GitSettings CLEANING = GitSettings.NONE.with("extensions.preciousobjects", "true")
		.with("gc.packrefs", "false")
		.with("gc.reflogexpire", "never")
		.with("gc.reflogexpireunreachable", "never")
		.with("gc.writecommitgraph", "false")
		.with("repack.updateserverinfo", "false");

	private static final int LARGEST = 1024 * 1024;

	private static final Duration LONGEST_WRITE = Duration.ofMinutes(1);

	private final Git git;

	private final HostConfiguration configuration;

	private final Worktree worktree;

	private final ViewFolder view;

	PrivateSettings(Git git, HostConfiguration configuration, Worktree worktree, ViewFolder view) {
		this.git = git;
		this.configuration = configuration;
		this.worktree = worktree;
		this.view = view;
	}

	/**
	 * Carries what the container's branches track to the host. All else that the
	 * container wrote stays there.
	 * @param branches the branches that exist
	 */
	void carryOut(Supplier<List<String>> branches) {
		Optional<GitSettings> inside = inside();
		GitSettings given = in(given());
		inside.filter((settings) -> !settings.equals(given)).ifPresent((settings) -> {
			GitSettings host = GitSettings.parse(list(new ConfigurationCommand.ListSettings()));
			new Tracking(host, given, settings).changes(branches.get(), this.worktree.branch())
				.forEach((change) -> this.git.run(this.worktree.repository(), change).require());
		});
	}

	/**
	 * Gives the container what the host's configuration has changed since the last time.
	 * What the container wrote stays.
	 * @throws IOException if it cannot be written
	 */
	void carryIn() throws IOException {
		GitSettings host = GitSettings.of(this.configuration.of(this.worktree).repository())
			.changedAs(GitSettings.NONE, CLEANING);
		GitSettings given = in(given());
		if (host.equals(given) && Files.isRegularFile(file(), LinkOption.NOFOLLOW_LINKS)) {
			return;
		}
		GitSettings next = inside().map((inside) -> inside.changedAs(given, host)).orElse(host);
		if (replace(next)) {
			Files.writeString(given(), host.text());
		}
	}

	/**
	 * Replaces the file as git does, so that nothing is lost that git in the container is
	 * just writing.
	 * @return whether it was replaced, since git was not just writing
	 */
	private boolean replace(GitSettings settings) throws IOException {
		Path lock = this.view.settings().resolve("config.lock");
		if (abandoned(lock)) {
			FolderDeletion.of(lock);
		}
		try {
			Files.writeString(lock, settings.text(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		}
		catch (FileAlreadyExistsException ex) {
			return false;
		}
		try {
			if (!Files.isRegularFile(file(), LinkOption.NOFOLLOW_LINKS)) {
				FolderDeletion.of(file());
			}
			Files.move(lock, file(), StandardCopyOption.ATOMIC_MOVE);
		}
		finally {
			Files.deleteIfExists(lock);
		}
		return true;
	}

	/**
	 * Returns whether a lock is not that of a git that is just writing: git writes a
	 * file, and holds it for less than a second.
	 */
	private static boolean abandoned(Path lock) throws IOException {
		try {
			BasicFileAttributes attributes = Files.readAttributes(lock, BasicFileAttributes.class,
					LinkOption.NOFOLLOW_LINKS);
			Duration age = Duration.between(attributes.lastModifiedTime().toInstant(), Instant.now());
			return !attributes.isRegularFile() || age.abs().compareTo(LONGEST_WRITE) > 0;
		}
		catch (NoSuchFileException _) {
			return false;
		}
	}

	private Optional<GitSettings> inside() {
		// Git reads a copy, which nobody can replace with a link or a pipe meanwhile.
		return new UntrustedFile(file(), LARGEST).text().flatMap(this::parsed);
	}

	private Optional<GitSettings> parsed(String text) {
		Path copy = this.view.folder().resolve("settings.copy");
		try {
			Files.writeString(copy, text);
		}
		catch (IOException ex) {
			return Optional.empty();
		}
		CommandResult result = this.git.run(this.worktree.repository(), new ConfigurationCommand.ListSettingsIn(copy));
		return result.succeeded() ? Optional.of(GitSettings.parse(result.output())) : Optional.empty();
	}

	private GitSettings in(Path file) {
		return Files.isRegularFile(file) ? GitSettings.parse(list(new ConfigurationCommand.ListSettingsIn(file)))
				: GitSettings.NONE;
	}

	private String list(GitCommand command) {
		return this.git.run(this.worktree.repository(), command).require();
	}

	private Path file() {
		return this.view.settings().resolve("config");
	}

	/**
	 * The file with what the container was given, out of its reach.
	 */
	private Path given() {
		return this.view.folder().resolve("settings.given");
	}

}
