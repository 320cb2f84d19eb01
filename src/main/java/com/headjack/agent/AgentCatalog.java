package com.headjack.agent;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

import com.headjack.failure.FailureKind;

/**
 * The agents that there are: the built-in ones, and the user's own.
 */
public final class AgentCatalog {

	private final List<ProfileSource> sources;

	private final UserProfiles written;

	AgentCatalog(BuiltInProfiles builtIn, UserProfiles written) {
		this.sources = List.of(builtIn, written);
		this.written = written;
	}

	/**
	 * The names of all agents.
	 * @return the names, the built-in ones first
	 */
	public SequencedSet<AgentId> ids() {
		SequencedSet<AgentId> ids = new LinkedHashSet<>();
		this.sources.stream().map(ProfileSource::ids).flatMap(Collection::stream).forEach(ids::add);
		return ids;
	}

	/**
	 * Finds an agent.
	 * @param id its name
	 * @return its profile, or empty if there is none
	 * @throws AgentException if its profile is malformed
	 */
	public Optional<AgentProfile> find(AgentId id) {
		return this.sources.stream().map((source) -> source.find(id)).flatMap(Optional::stream).findFirst();
	}

	/**
	 * Gets an agent by the name that a user typed.
	 * @param name the name
	 * @return its profile
	 * @throws AgentException if there is none, or its profile is malformed
	 */
	public AgentProfile get(String name) {
		return Optional.of(name)
			.filter(AgentId::isValid)
			.map(AgentId::new)
			.flatMap(this::find)
			.orElseThrow(() -> unknown(name));
	}

	/**
	 * Finds the user's profiles that cannot be read.
	 * @return why, one for each malformed profile
	 */
	public List<AgentException> problems() {
		return this.written.ids().stream().map(this::problem).flatMap(Optional::stream).toList();
	}

	private Optional<AgentException> problem(AgentId id) {
		try {
			find(id);
			return Optional.empty();
		}
		catch (AgentException ex) {
			return Optional.of(ex);
		}
	}

	private AgentException unknown(String name) {
		String known = String.join(", ", ids().stream().map(AgentId::value).toList());
		return new AgentException(FailureKind.MISUSED, "unknown agent \"" + name + "\"", "the agents are: " + known,
				null);
	}

}
