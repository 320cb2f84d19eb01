package com.headjack.shell.command;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import com.headjack.instance.Instance;

/**
 * Names the repositories of instances so that no two of them have the same name.
 *
 * @param names the names by the repositories' ids
 */
record RepositoryNames(Map<String, String> names) {

	static RepositoryNames of(List<Instance> instances) {
		Map<String, Set<String>> ids = new HashMap<>();
		instances.forEach((instance) -> ids.computeIfAbsent(instance.repositoryName(), (_) -> new HashSet<>())
			.add(instance.repositoryId()));
		Map<String, String> names = new HashMap<>();
		instances.forEach((instance) -> names.put(instance.repositoryId(), name(instance, ids)));
		return new RepositoryNames(Map.copyOf(names));
	}

	private static String name(Instance instance, Map<String, Set<String>> ids) {
		String name = instance.repositoryName();
		return (Objects.requireNonNullElse(ids.get(name), Set.of()).size() == 1) ? name
				: Objects.requireNonNullElse(instance.repository(), instance.repositoryId()).toString();
	}

	/**
	 * Whether the branch alone does not tell whose instance it is.
	 */
	boolean several() {
		return this.names.size() > 1;
	}

	/**
	 * Returns the name of an instance's repository, or its path if another one has the
	 * same name.
	 */
	String of(Instance instance) {
		return this.names.getOrDefault(instance.repositoryId(), instance.repositoryId());
	}

}
