package com.headjack.agent;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The user's configuration of an agent. Its texts hold no placeholders.
 *
 * @param environment variables for its sessions
 * @param flags arguments to start it with
 */
public record AgentPreferences(Map<String, String> environment, List<String> flags) {

	/**
	 * The preferences of an agent that is not configured.
	 */
	public static final AgentPreferences NONE = new AgentPreferences(Map.of(), List.of());

	public AgentPreferences {
		environment = Map.copyOf(environment);
		flags = List.copyOf(flags);
	}

	/**
	 * Returns the same preferences with more arguments.
	 * @param arguments the arguments, which come after the configured ones
	 * @return the preferences
	 */
	public AgentPreferences with(List<String> arguments) {
		return new AgentPreferences(this.environment, Stream.concat(this.flags.stream(), arguments.stream()).toList());
	}

}
