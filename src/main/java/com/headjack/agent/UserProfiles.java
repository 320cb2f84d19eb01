package com.headjack.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The profiles that the user wrote, one file an agent.
 */
final class UserProfiles implements ProfileSource {

	private static final String ENDING = ".yaml";

	private final Path folder;

	private final ProfileReader reader;

	UserProfiles(Path folder, ProfileReader reader) {
		this.folder = folder;
		this.reader = reader;
	}

	@Override
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
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public Optional<AgentProfile> find(AgentId id) {
		Path file = this.folder.resolve(id + ENDING);
		if (!Files.isRegularFile(file)) {
			return Optional.empty();
		}
		try {
			return Optional.of(this.reader.read(id, file.toString(), Files.readString(file)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
