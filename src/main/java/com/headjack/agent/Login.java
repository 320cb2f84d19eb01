package com.headjack.agent;

import java.util.List;
import java.util.Map;

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

}
