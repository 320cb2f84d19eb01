package com.headjack.agent;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.host.HostPaths;
import com.headjack.text.NearestMatch;

/**
 * The agents that there are: the built-in ones, and the user's own, which win over
 * built-in ones of the same name.
 */
public final class AgentCatalog {

	private final BuiltInProfiles builtIn;

	private final UserProfiles written;

	private @Nullable KnownCredentials known;

	AgentCatalog(BuiltInProfiles builtIn, UserProfiles written) {
		this.builtIn = builtIn;
		this.written = written;
	}

	/**
	 * The agents of this machine.
	 * @param paths where the user's own profiles are
	 * @return the catalog
	 */
	public static AgentCatalog of(HostPaths paths) {
		ProfileReader reader = new ProfileReader();
		return new AgentCatalog(new BuiltInProfiles(reader),
				new UserProfiles(paths.configuration().resolve("agents"), reader));
	}

	/**
	 * The names of all agents.
	 * @return the names, the built-in ones first
	 */
	public SequencedSet<AgentId> ids() {
		SequencedSet<AgentId> ids = new LinkedHashSet<>(this.builtIn.ids());
		ids.addAll(this.written.ids());
		return ids;
	}

	/**
	 * Finds an agent.
	 * @param id its name
	 * @return its profile, or empty if there is none
	 * @throws AgentException if its profile is malformed
	 */
	public Optional<AgentProfile> find(AgentId id) {
		return this.written.find(id).or(() -> this.builtIn.find(id));
	}

	/**
	 * Finds where a login says how long it lives.
	 * @param id the agent's name
	 * @param method the login method
	 * @return the places; none if there is no such login, or its profile is malformed
	 */
	public Renewal renewal(AgentId id, LoginMethod method) {
		// No built-in API key says anything, and reading a profile takes time.
		if (method == LoginMethod.API_KEY && !isOwn(id)) {
			return Renewal.UNKNOWN;
		}
		try {
			return find(id).flatMap((profile) -> profile.login(method)).map(Login::renewal).orElse(Renewal.UNKNOWN);
		}
		catch (AgentException ex) {
			return Renewal.UNKNOWN;
		}
	}

	/**
	 * Returns whether the user wrote an agent's profile.
	 * @param id the agent's name
	 * @return whether there is such a file, even a malformed one
	 */
	public boolean isOwn(AgentId id) {
		return this.written.file(id).isPresent();
	}

	/**
	 * Finds the user's profile that stands in for a built-in one.
	 * @param id the agent's name
	 * @return the profile's file, or empty if the agent is not built in, or the user
	 * wrote no profile of its name
	 */
	public Optional<Path> replacement(AgentId id) {
		return this.builtIn.ids().contains(id) ? this.written.file(id) : Optional.empty();
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

	/**
	 * The kinds of tokens and texts that users confuse with a credential.
	 * @return the kinds, read at the first call
	 */
	public KnownCredentials knownCredentials() {
		if (this.known == null) {
			this.known = KnownCredentialsDocument.read();
		}
		return this.known;
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
		List<String> known = ids().stream().map(AgentId::value).toList();
		return new AgentException(FailureKind.MISUSED, "unknown agent \"" + name + "\"",
				NearestMatch.of(name, known).map((nearest) -> "did you mean " + nearest + "? ").orElse("")
						+ "the agents are: " + String.join(", ", known),
				null);
	}

}
