package com.headjack.agent;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What the user's configuration says of an agent. Nothing in it is a placeholder.
 *
 * @param account the account that is used where none is named, or {@code null} for the
 * unnamed one
 * @param environment variables for its sessions
 * @param flags arguments that it is started with
 */
public record AgentPreferences(@Nullable String account, Map<String, String> environment, List<String> flags) {

	/**
	 * Nothing is said of the agent.
	 */
	public static final AgentPreferences NONE = new AgentPreferences(null, Map.of(), List.of());

	public AgentPreferences {
		environment = Map.copyOf(environment);
		flags = List.copyOf(flags);
	}

}
