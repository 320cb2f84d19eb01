package com.headjack.agent;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The user's configuration of an agent. Its texts hold no placeholders.
 *
 * @param account the default account, or {@code null} for the unnamed one
 * @param environment variables for its sessions
 * @param flags arguments to start it with
 */
public record AgentPreferences(@Nullable String account, Map<String, String> environment, List<String> flags) {

	/**
	 * The preferences of an agent that is not configured.
	 */
	public static final AgentPreferences NONE = new AgentPreferences(null, Map.of(), List.of());

	public AgentPreferences {
		environment = Map.copyOf(environment);
		flags = List.copyOf(flags);
	}

}
