package com.headjack.engine.docker;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.ContainerConfig;

import com.headjack.engine.ExecRequest;
import com.headjack.engine.RuntimeFlag;
import com.headjack.engine.RuntimeOptions;

/**
 * The proxies of an engine's containers.
 *
 * @param connection the connection to the engine
 * @param proxies the proxies of the user's configuration
 * @param podman whether the engine is Podman, which may take a call to find out
 */
record EngineProxies(DockerConnection connection, ContainerProxies proxies, BooleanSupplier podman) {

	/**
	 * Returns all proxies.
	 * @param podman whether the engine is Podman
	 */
	Collection<ProxyVariable> all(boolean podman) {
		return this.proxies.of(this.connection.address(), podman).values();
	}

	/**
	 * Returns the names of the proxies that a new container cannot reach.
	 * @param options the user's additional options for the container
	 * @return the names in upper case
	 */
	List<String> dead(RuntimeOptions options) {
		if (options.last(RuntimeFlag.NETWORK).filter("host"::equals).isPresent()) {
			return List.of();
		}
		Map<String, String> given = new RuntimeSettings(options).environment();
		return found(ProxyVariable::loopback).map(ProxyVariable::name)
			.filter((name) -> !given.containsKey(name))
			.map((name) -> name.toUpperCase(Locale.ROOT))
			.distinct()
			.toList();
	}

	private Stream<ProxyVariable> found(Predicate<ProxyVariable> wanted) {
		boolean matters = this.proxies.environment().stream().anyMatch(wanted);
		return all(matters && this.podman.getAsBoolean()).stream().filter(wanted);
	}

	/**
	 * Adds the proxies with a password to a request, since a container's configuration
	 * may hold none. What the container or the request sets itself stays.
	 * @param request the program to run
	 * @param container the container
	 * @return the request to make
	 */
	ExecRequest addTo(ExecRequest request, String container) {
		Map<String, String> variables = new HashMap<>();
		found(ProxyVariable::secret).forEach((proxy) -> variables.put(proxy.name(), proxy.value()));
		if (variables.isEmpty()) {
			return request;
		}
		variables.keySet().removeAll(variables(container));
		variables.putAll(request.environment());
		return request.with(variables);
	}

	private Set<String> variables(String container) {
		try {
			ContainerConfig config = this.connection.call((client) -> client.inspectContainerCmd(container).exec())
				.getConfig();
			return Stream.ofNullable(config.getEnv())
				.flatMap(Arrays::stream)
				.map((variable) -> variable.split("=", 2)[0])
				.collect(Collectors.toSet());
		}
		catch (DockerException ex) {
			throw EngineFailures.ofContainer("describe", container, ex);
		}
	}

}
