package com.headjack.trust;

import java.time.Clock;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.AgentProfile;
import com.headjack.agent.LoginMethod;
import com.headjack.host.HostPaths;

/**
 * Knows the files of repositories that can misuse a login, and which of them the user
 * agreed to.
 */
public final class Trust {

	private final Agreements agreements;

	private final Clock clock;

	Trust(Agreements agreements, Clock clock) {
		this.agreements = agreements;
		this.clock = clock;
	}

	/**
	 * What the user of this machine agreed to.
	 * @param paths where it is kept
	 * @return the agreements
	 */
	public static Trust of(HostPaths paths) {
		return new Trust(new Agreements(paths.history().resolveSibling("trust")), Clock.systemUTC());
	}

	/**
	 * Looks for files that can misuse an agent's login.
	 * @param place the worktree
	 * @param profile the agent
	 * @param method the login's method, or {@code null} for any login of the agent
	 * @return the files as they are now; none in an ordinary repository
	 */
	public List<Finding> look(Place place, AgentProfile profile, @Nullable LoginMethod method) {
		return new RepositoryLook(place, profile, method).findings();
	}

	/**
	 * Returns whether the user agreed to a file as it was found.
	 * @param finding the file
	 * @return whether there is an agreement to its content
	 */
	public boolean agreed(Finding finding) {
		return this.agreements.contains(finding);
	}

	/**
	 * Keeps the user's agreement to files as they were found.
	 * @param findings the files
	 * @throws TrustException if it cannot be kept
	 */
	public void agree(List<Finding> findings) {
		findings.forEach((finding) -> this.agreements.add(finding, this.clock.instant()));
	}

	/**
	 * Returns all agreements.
	 * @return the agreements, the oldest first
	 * @throws TrustException if they cannot be read
	 */
	public List<Agreement> agreements() {
		return this.agreements.all();
	}

	/**
	 * Takes an agreement back.
	 * @param agreement the agreement
	 * @throws TrustException if it cannot be removed
	 */
	public void withdraw(Agreement agreement) {
		this.agreements.remove(agreement);
	}

}
