package com.headjack.agent;

import java.util.List;
import java.util.Map;

/**
 * What the user's configuration says of an agent. Nothing in it is a placeholder.
 *
 * @param environment variables for its sessions
 * @param flags arguments that it is started with
 */
public record AgentPreferences(Map<String, String> environment, List<String> flags) {

	/**
	 * Nothing is said of the agent.
	 */
	public static final AgentPreferences NONE = new AgentPreferences(Map.of(), List.of());

	public AgentPreferences {
		environment = Map.copyOf(environment);
		flags = List.copyOf(flags);
	}

}
