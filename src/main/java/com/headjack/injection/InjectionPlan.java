package com.headjack.injection;

import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

import com.headjack.secret.Secret;

/**
 * The variables, files, settings and arguments that an agent needs in its container.
 *
 * @param environment the variables of its session
 * @param files its secret files, by path below the home folder
 * @param settings the values to merge into its JSON files, by path below the home folder
 * @param conversations where it keeps its conversations, by path below the home folder; a
 * folder ends with a slash
 * @param flags the arguments to start it with
 * @param conflicts variables that must not be set in its session
 * @param leftOut the conflicting variables that the user's configuration would have set
 * @param homes where its files are, if not below the home folder
 */
public record InjectionPlan(Map<String, Secret> environment, Map<String, Secret> files,
		Map<String, ObjectNode> settings, List<String> conversations, List<String> flags, Set<String> conflicts,
		Set<String> leftOut, Homes homes) implements AutoCloseable {

	/**
	 * The plan for a program that needs nothing.
	 */
	public static final InjectionPlan NOTHING = new InjectionPlan(Map.of(), Map.of(), Map.of(), List.of(), List.of(),
			Set.of(), Set.of(), Homes.NONE);

	public InjectionPlan {
		environment = Map.copyOf(environment);
		files = Map.copyOf(files);
		settings = Map.copyOf(settings);
		conversations = List.copyOf(conversations);
		flags = List.copyOf(flags);
		conflicts = Set.copyOf(conflicts);
		leftOut = Set.copyOf(leftOut);
	}

	/**
	 * Wipes all secrets of the plan.
	 */
	@Override
	public void close() {
		this.environment.values().forEach(Secret::close);
		this.files.values().forEach(Secret::close);
	}

	@Override
	public String toString() {
		return "InjectionPlan[environment=%s, files=%s, settings=%s]".formatted(this.environment.keySet(),
				this.files.keySet(), this.settings.keySet());
	}

}
