package com.headjack.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.configuration.TextFile;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * The profiles that the user wrote, one file an agent.
 */
final class UserProfiles {

	private static final String ENDING = ".yaml";

	private final Path folder;

	private final ProfileReader reader;

	UserProfiles(Path folder, ProfileReader reader) {
		this.folder = folder;
		this.reader = reader;
	}

	public List<AgentId> ids() {
		if (!Files.isDirectory(this.folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(ENDING))
				.map((name) -> name.substring(0, name.length() - ENDING.length()))
				.filter(AgentId::isValid)
				.sorted()
				.map(AgentId::new)
				.toList();
		}
		catch (IOException ex) {
			throw new AgentException(FailureKind.FAILED,
					"the folder of the agents' profiles cannot be listed: " + this.folder,
					"make sure that you may read it", ex);
		}
	}

	public Optional<AgentProfile> find(AgentId id) {
		return file(id).map((file) -> read(id, file));
	}

	/**
	 * Finds the file of a profile.
	 * @return the file, which may be a link to nowhere, or empty if the user wrote no
	 * such profile
	 */
	Optional<Path> file(AgentId id) {
		return Optional.of(this.folder.resolve(id + ENDING))
			.filter((file) -> Files.exists(file, LinkOption.NOFOLLOW_LINKS));
	}

	private AgentProfile read(AgentId id, Path file) {
		try {
			return this.reader.read(id, file.toString(), new TextFile(file).read().orElse(""));
		}
		catch (AgentException ex) {
			throw ex;
		}
		catch (HeadjackException ex) {
			throw ProfileReader.refused(ex);
		}
	}

}
