package com.headjack.injection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.headjack.secret.Secret;

/**
 * The variables, files, settings and arguments that an agent needs in its container.
 *
 * @param environment the variables of its session
 * @param files its secret files, by path below the home folder
 * @param settings the changes to its JSON files, by path below the home folder
 * @param conversations where it keeps its conversations, by path below the home folder; a
 * folder ends with a slash
 * @param flags the arguments to start it with
 * @param conflicts variables that must not be set in its session
 * @param leftOut the conflicting variables that the user's configuration would have set
 * @param homes where its files are, if not below the home folder
 */
public record InjectionPlan(Map<String, Secret> environment, Map<String, Secret> files,
		Map<String, SettingsChange> settings, List<String> conversations, List<String> flags, Set<String> conflicts,
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
	 * Returns the plan for a session beside others of the same agent, which may still
	 * need what is in its settings.
	 * @return the plan, with the same secrets
	 */
	public InjectionPlan besideOthers() {
		Map<String, SettingsChange> adding = this.settings.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey,
					(change) -> SettingsChange.adding(change.getValue().additions())));
		return new InjectionPlan(this.environment, this.files, adding, this.conversations, this.flags, this.conflicts,
				this.leftOut, this.homes);
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
