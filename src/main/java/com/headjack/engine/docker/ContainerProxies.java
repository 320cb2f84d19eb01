package com.headjack.engine.docker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;

/**
 * The proxies that programs in containers are told of, as docker's and Podman's own
 * programs give them.
 *
 * @see <a href="https://docs.docker.com/engine/cli/proxy/">Docker's proxies</a>
 */
final class ContainerProxies {

	private static final Map<String, String> VARIABLES = Map.of("httpproxy", "HTTP_PROXY", "httpsproxy", "HTTPS_PROXY",
			"ftpproxy", "FTP_PROXY", "noproxy", "NO_PROXY", "allproxy", "ALL_PROXY");

	private static final List<KnownVariable> READ = List.of(KnownVariable.HTTP_PROXY, KnownVariable.LOWER_HTTP_PROXY,
			KnownVariable.HTTPS_PROXY, KnownVariable.LOWER_HTTPS_PROXY, KnownVariable.FTP_PROXY,
			KnownVariable.LOWER_FTP_PROXY, KnownVariable.NO_PROXY, KnownVariable.LOWER_NO_PROXY);

	private final HostEnvironment host;

	ContainerProxies(HostEnvironment host) {
		this.host = host;
	}

	/**
	 * Returns the proxies of docker's configuration: those of the engine's address, or
	 * else the default ones.
	 * @param address the engine's address
	 * @return the variables, in upper and in lower case
	 */
	List<ProxyVariable> configured(EngineAddress address) {
		Optional<JsonNode> proxies = ClientConfiguration.of(this.host)
			.main()
			.flatMap((json) -> member(json, "proxies"));
		List<ProxyVariable> found = new ArrayList<>();
		proxies
			.flatMap((all) -> Optional.ofNullable(all.get(address.toString()))
				.or(() -> Optional.ofNullable(all.get("default"))))
			.ifPresent(
					(chosen) -> chosen.properties().forEach((proxy) -> add(found, proxy.getKey(), proxy.getValue())));
		return found;
	}

	private static Optional<JsonNode> member(JsonNode json, String name) {
		return json.propertyStream()
			.filter((member) -> member.getKey().equalsIgnoreCase(name))
			.map(Map.Entry::getValue)
			.findFirst();
	}

	private static void add(List<ProxyVariable> found, String key, JsonNode value) {
		String name = VARIABLES.get(key.toLowerCase(Locale.ROOT));
		if (name != null && value.isString() && !value.asString().isEmpty()) {
			found.add(new ProxyVariable(name, value.asString()));
			found.add(new ProxyVariable(name.toLowerCase(Locale.ROOT), value.asString()));
		}
	}

	/**
	 * Returns the proxies of the environment, which Podman's program gives to containers.
	 * @return the variables as they are set
	 */
	List<ProxyVariable> environment() {
		return READ.stream()
			.flatMap((variable) -> this.host.variable(variable)
				.map((value) -> new ProxyVariable(variable.key(), value))
				.stream())
			.toList();
	}

	/**
	 * Returns the proxies for containers of an engine.
	 * @param address the engine's address
	 * @param podman whether the engine is Podman
	 * @return the variables by their names
	 */
	Map<String, ProxyVariable> of(EngineAddress address, boolean podman) {
		Map<String, ProxyVariable> proxies = new LinkedHashMap<>();
		configured(address).forEach((proxy) -> proxies.put(proxy.name(), proxy));
		if (podman) {
			environment().forEach((proxy) -> proxies.putIfAbsent(proxy.name(), proxy));
		}
		return proxies;
	}

}
