package com.headjack.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The profiles that are part of Headjack.
 */
final class BuiltInProfiles {

	private static final List<AgentId> IDS = List.of(new AgentId("claude"), new AgentId("gemini"), new AgentId("codex"),
			new AgentId("opencode"));

	private final ProfileReader reader;

	BuiltInProfiles(ProfileReader reader) {
		this.reader = reader;
	}

	public List<AgentId> ids() {
		return IDS;
	}

	public Optional<AgentProfile> find(AgentId id) {
		return IDS.contains(id) ? Optional.of(read(id)) : Optional.empty();
	}

	private AgentProfile read(AgentId id) {
		String file = id + ".yaml";
		try (InputStream resource = Objects.requireNonNull(BuiltInProfiles.class.getResourceAsStream(file), file)) {
			return this.reader.read(id, file, new String(resource.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
