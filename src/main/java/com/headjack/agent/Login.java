package com.headjack.agent;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One way to log in to an agent.
 *
 * @param variable the variable that a user knows this login by
 * @param accepts what a credential of this login looks like
 * @param source where the agent itself keeps such a credential on the host, or
 * {@code null} if nowhere
 * @param instructions what to tell a user who has none at hand, line by line
 * @param environment variables that a session gets
 * @param files secret files that a session gets: by the path below the home folder, the
 * content
 * @param settings what is merged into the agent's own JSON files: by the path below the
 * home folder, the values
 */
public record Login(String variable, Accepts accepts, @Nullable Source source, List<String> instructions,
		Map<String, String> environment, Map<String, String> files, Map<String, Map<String, Object>> settings) {

	public Login {
		instructions = List.copyOf(instructions);
		environment = Map.copyOf(environment);
		files = Map.copyOf(files);
		settings = Map.copyOf(settings);
	}

	/**
	 * Whether this login and another one need the same file with different content, so
	 * that sessions of both cannot be in one container.
	 * @param other the other login; may be the same one of another account
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
		// Lists are added to each other.
		return !(one instanceof List<?> && other instanceof List<?>) && !one.equals(other);
	}

}
