package com.headjack.agent;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * A login of an agent.
 *
 * @param variable the variable that users know this login by
 * @param accepts the form of its credentials
 * @param source the agent's files on the host that hold such a credential, or {@code
 * null} if there are none
 * @param instructions the lines to show to a user who has no credential at hand
 * @param environment the variables of a session
 * @param files the secret files of a session: content by path below the home folder
 * @param settings the values to merge into the agent's JSON files, by path below the home
 * folder
 * @param renewal where the credential says how long it lives
 */
public record Login(String variable, Accepts accepts, @Nullable Source source, List<String> instructions,
		Map<String, String> environment, Map<String, String> files, Map<String, Map<String, Object>> settings,
		Renewal renewal) {

	public Login {
		Assert.isTrue(accepts.pattern() == null || renewal.isForText(),
				"'renewal' names members, but the credential is text: \"\" stands for all of it");
		instructions = List.copyOf(instructions);
		environment = Map.copyOf(environment);
		files = Map.copyOf(files);
		settings = Map.copyOf(settings);
	}

	/**
	 * Whether this login and another one need the same file with different content, which
	 * keeps their sessions from sharing a container.
	 * @param other the other login, or this one for another account
	 * @return whether they clash
	 */
	public boolean clashesWith(Login other) {
		return !Collections.disjoint(this.files.keySet(), other.files.keySet())
				|| differ(this.settings, other.settings);
	}

	private static boolean differ(Object one, Object other) {
		if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> others) {
			return map.entrySet()
				.stream()
				.anyMatch((entry) -> others.containsKey(entry.getKey())
						&& differ(entry.getValue(), Objects.requireNonNull(others.get(entry.getKey()))));
		}
		// Lists are merged.
		return !(one instanceof List<?> && other instanceof List<?>) && !one.equals(other);
	}

}
