package com.headjack.gitconfig;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A host with a configuration.
 */
final class TestHost {

	private final StringBuilder listing = new StringBuilder();

	private final Map<String, String> variables = new HashMap<>();

	private final Set<Path> files = new HashSet<>();

	TestHost global(String key, String value) {
		return entry("global", key, value);
	}

	TestHost local(String key, String value) {
		return entry("local", key, value);
	}

	TestHost entry(String scope, String key, String value) {
		this.listing.append(scope).append('\0').append(key).append('\n').append(value).append('\0');
		return this;
	}

	TestHost variable(String name, String value) {
		this.variables.put(name, value);
		return this;
	}

	TestHost file(String path) {
		this.files.add(Path.of(path));
		return this;
	}

	ContainerConfiguration configuration() {
		return ContainerConfiguration.of(this.listing.toString(),
				new HostPlace(Path.of("/home/ada"), Path.of("/src/tree"), Path.of("/src/repo"),
						Path.of("/src/repo/.git"), this.variables, this.files::contains));
	}

	String user() {
		return configuration().user(Set.of());
	}

	Map<String, String> repository() {
		Map<String, String> settings = new HashMap<>();
		configuration().repository().forEach((entry) -> settings.put(entry.key(), entry.value()));
		return settings;
	}

	List<String> notices(String attributes, String... found) {
		return configuration().notices(Set.of(found), attributes);
	}

}
