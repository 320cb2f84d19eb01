package com.headjack.agent;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * What is known of an agent: how it is started, how one logs in to it, and what it needs
 * to find where it runs.
 * <p>
 * Texts below {@code environment}, {@code files}, {@code settings} and {@code flags} may
 * hold placeholders: <code>${workspace}</code> is the folder the agent works in. What
 * belongs to a {@link Login} may besides hold <code>${credential}</code>, the credential,
 * <code>${credential/…}</code>, a part of it by JSON pointer, and
 * <code>${credential.tail}</code>, its last 20 characters.
 *
 * @param id its name
 * @param title its name as its vendor writes it
 * @param command the program to start
 * @param flags arguments that it always gets
 * @param promptFlag the flag before a first prompt, or {@code null} if the prompt stands
 * alone
 * @param environment variables that it always gets
 * @param settings what is merged into its own JSON files: by the file's path below the
 * home folder, the values
 * @param logins the ways to log in
 */
public record AgentProfile(AgentId id, String title, String command, List<String> flags, @Nullable String promptFlag,
		Map<String, String> environment, Map<String, Map<String, Object>> settings, Map<LoginMethod, Login> logins) {

	public AgentProfile {
		flags = List.copyOf(flags);
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
		return (this.promptFlag != null) ? List.of(this.promptFlag, prompt) : List.of(prompt);
	}

}
