package com.headjack.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.headjack.host.HostPaths;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceFolder;

/**
 * The names of an instance's sessions, taken from the names of their files. No file is
 * opened.
 */
public final class KnownSessions {

	private static final String RECORD = ".json";

	private final InstanceFolder folder;

	private KnownSessions(InstanceFolder folder) {
		this.folder = folder;
	}

	/**
	 * Returns the sessions of an instance.
	 * @param paths the host's folders, among them that of all instances
	 * @param instance the instance
	 * @return its sessions
	 */
	public static KnownSessions of(HostPaths paths, Instance instance) {
		return new KnownSessions(InstanceFolder.of(paths, instance));
	}

	/**
	 * Returns the names of all sessions.
	 * @return the names, sorted
	 */
	public Stream<String> all() {
		if (!Files.isDirectory(this.folder.path())) {
			return Stream.of();
		}
		try (Stream<Path> files = Files.list(this.folder.path())) {
			return files.map((file) -> file.getFileName().toString())
				.filter((file) -> file.endsWith(RECORD))
				.map((file) -> file.substring(0, file.length() - RECORD.length()))
				.sorted()
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns the names of the sessions that may still be running.
	 * @return the names of the sessions without an exit code, sorted
	 */
	public Stream<String> withoutExitCode() {
		return all()
			.filter((name) -> Files.notExists(this.folder.out().resolve(name + ".exit"), LinkOption.NOFOLLOW_LINKS));
	}

}
