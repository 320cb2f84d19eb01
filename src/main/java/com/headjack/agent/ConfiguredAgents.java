package com.headjack.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

import com.headjack.configuration.Setting;

/**
 * Reads the user's configuration of agents below {@code agents.<name>}. Spring's binder
 * would drop the underscores in the names of variables.
 */
public final class ConfiguredAgents {

	private final ConfigurableEnvironment environment;

	ConfiguredAgents(ConfigurableEnvironment environment) {
		this.environment = environment;
	}

	/**
	 * Reads the configuration of an agent.
	 * @param agent the agent
	 * @return the preferences; sources of the configuration with higher precedence win
	 */
	public AgentPreferences of(AgentId agent) {
		return new AgentPreferences(variables(Setting.AGENT_VARIABLES.keyOf(agent.value()) + "."),
				flags(Setting.AGENT_FLAGS.keyOf(agent.value())));
	}

	/**
	 * Reads the account to use if the user names none.
	 * @param agent the agent
	 * @param repository the id of the repository it is used in, or {@code null} for none
	 * @return the account of the repository, or else of the agent, or {@code null} if
	 * neither is configured
	 */
	public @Nullable String account(AgentId agent, @Nullable String repository) {
		String bound = (repository != null) ? repositories(agent).get(repository) : null;
		return (bound != null) ? bound : account(Setting.AGENT_ACCOUNT.keyOf(agent.value()));
	}

	/**
	 * Reads the accounts of single repositories.
	 * @param agent the agent
	 * @return the accounts by the repositories' ids
	 */
	public SequencedMap<String, String> repositories(AgentId agent) {
		SequencedMap<String, String> accounts = new TreeMap<>(
				variables(Setting.AGENT_REPOSITORIES.keyOf(agent.value()) + "."));
		accounts.values().removeIf(String::isBlank);
		return accounts;
	}

	/**
	 * Finds the agents that have an account of their own in a repository.
	 * @param repository the repository's id
	 * @return the accounts by the agents' names
	 */
	public SequencedMap<String, String> accountsIn(String repository) {
		SequencedMap<String, String> accounts = new TreeMap<>();
		String key = Setting.AGENT_REPOSITORIES.keyOf("\n");
		String begin = key.substring(0, key.indexOf('\n'));
		String end = key.substring(key.indexOf('\n') + 1) + "." + repository;
		sources().forEach((source) -> Stream.of(source.getPropertyNames())
			.filter((name) -> name.startsWith(begin) && name.endsWith(end))
			.map((name) -> name.substring(begin.length(), name.length() - end.length()))
			.filter(AgentId::isValid)
			.forEach((agent) -> Optional.ofNullable(repositories(new AgentId(agent)).get(repository))
				.ifPresent((account) -> accounts.put(agent, account))));
		return accounts;
	}

	private @Nullable String account(String name) {
		return sources().stream()
			.map((source) -> value(source, name))
			.flatMap(Optional::stream)
			.filter((account) -> !account.isBlank())
			.findFirst()
			.orElse(null);
	}

	private Map<String, String> variables(String prefix) {
		Map<String, String> variables = new LinkedHashMap<>();
		sources().forEach((source) -> List.of(source.getPropertyNames())
			.stream()
			.filter((name) -> name.startsWith(prefix))
			.forEach((name) -> value(source, name)
				.ifPresent((value) -> variables.putIfAbsent(name.substring(prefix.length()), value))));
		return variables;
	}

	private List<String> flags(String name) {
		return sources().stream()
			.map((source) -> flags(source, name))
			.filter((flags) -> !flags.isEmpty())
			.findFirst()
			.orElse(List.of());
	}

	private static List<String> flags(EnumerablePropertySource<?> source, String name) {
		List<String> flags = new ArrayList<>();
		value(source, name).filter((flag) -> !flag.isBlank()).ifPresent(flags::add);
		for (int i = 0; source.containsProperty(name + "[" + i + "]"); i++) {
			value(source, name + "[" + i + "]").ifPresent(flags::add);
		}
		return flags;
	}

	private static Optional<String> value(EnumerablePropertySource<?> source, String name) {
		return Optional.ofNullable(source.getProperty(name)).map(Object::toString);
	}

	private List<EnumerablePropertySource<?>> sources() {
		List<EnumerablePropertySource<?>> sources = new ArrayList<>();
		this.environment.getPropertySources().forEach((source) -> {
			if (source instanceof EnumerablePropertySource<?> enumerable) {
				sources.add(enumerable);
			}
		});
		return sources;
	}

}
