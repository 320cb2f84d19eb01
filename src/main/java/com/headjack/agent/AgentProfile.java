package com.headjack.agent;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.util.Assert;

/**
 * What is known of an agent: how it is started, how one logs in to it, and what it needs
 * to find where it runs.
 * <p>
 * Texts below {@code environment}, {@code files}, {@code settings} and {@code flags} may
 * hold placeholders: <code>${workspace}</code> is the folder the agent works in, and
 * <code>${worktree}</code> the same folder by its path on the host. What belongs to a
 * {@link Login} may besides hold <code>${credential}</code>, the credential,
 * <code>${credential/…}</code>, a part of it by JSON pointer, and
 * <code>${credential.tail}</code>, its last 20 characters.
 *
 * @param id its name
 * @param title its name as its vendor writes it
 * @param vendor whose credentials it takes
 * @param command the program to start
 * @param flags arguments that it always gets
 * @param prompt the arguments that give a first prompt, with <code>${prompt}</code> for
 * it
 * @param environment variables that it always gets
 * @param conflicts variables that it would prefer to any of its logins
 * @param settings what is merged into its own JSON files: by the file's path below the
 * home folder, the values
 * @param logins the ways to log in
 */
public record AgentProfile(AgentId id, String title, String vendor, String command, List<String> flags,
		List<String> prompt, Map<String, String> environment, Set<String> conflicts,
		Map<String, Map<String, Object>> settings, Map<LoginMethod, Login> logins) {

	private static final String PROMPT = "${prompt}";

	public AgentProfile {
		flags = List.copyOf(flags);
		prompt = List.copyOf(prompt);
		conflicts = Set.copyOf(conflicts);
		environment = Map.copyOf(environment);
		settings = Map.copyOf(settings);
		Assert.isTrue(!logins.isEmpty(), "at least one login is needed");
		logins = new EnumMap<>(logins);
	}

	/**
	 * Finds one way to log in.
	 * @param method the method
	 * @return the login, or empty if the agent has none of that method
	 */
	public Optional<Login> login(LoginMethod method) {
		return Optional.ofNullable(this.logins.get(method));
	}

	/**
	 * The arguments that give a first prompt.
	 * @param prompt the prompt
	 * @return the arguments
	 */
	public List<String> promptArguments(String prompt) {
		return this.prompt.stream().map((argument) -> argument.replace(PROMPT, prompt)).toList();
	}

	/**
	 * The variables that must not be set beside a login, since the agent could prefer
	 * them.
	 * @param method the login
	 * @return the variables' names
	 */
	public Set<String> conflicts(LoginMethod method) {
		Set<String> names = new TreeSet<>(this.conflicts);
		this.logins.values().forEach((login) -> names.addAll(login.environment().keySet()));
		login(method).ifPresent((login) -> names.removeAll(login.environment().keySet()));
		return names;
	}

}
