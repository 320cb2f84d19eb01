package com.headjack.engine.docker;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Device;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ulimit;
import org.jspecify.annotations.Nullable;

import com.headjack.engine.RuntimeFlag;
import com.headjack.engine.RuntimeOptions;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * A user's additional options, in the form that the engine takes.
 *
 * @param options the options
 */
record RuntimeSettings(RuntimeOptions options) {

	HostConfig applyTo(HostConfig config) {
		size(RuntimeFlag.MEMORY).ifPresent(config::withMemory);
		size(RuntimeFlag.SHM_SIZE).ifPresent(config::withShmSize);
		this.options.last(RuntimeFlag.CPUS).map(RuntimeSettings::nanoCpus).ifPresent(config::withNanoCPUs);
		this.options.last(RuntimeFlag.PIDS_LIMIT).map(Long::valueOf).ifPresent(config::withPidsLimit);
		this.options.last(RuntimeFlag.NETWORK).ifPresent(config::withNetworkMode);
		return config.withUlimits(ulimits(config.getUlimits()))
			.withExtraHosts(this.options.all(RuntimeFlag.ADD_HOST).toArray(String[]::new))
			.withDns(this.options.all(RuntimeFlag.DNS))
			.withDevices(this.options.all(RuntimeFlag.DEVICE).stream().map(Device::parse).toList())
			.withBinds(this.options.all(RuntimeFlag.VOLUME).stream().map(Bind::parse).toList())
			.withPortBindings(ports());
	}

	Map<String, String> environment() {
		Map<String, String> environment = new LinkedHashMap<>();
		this.options.all(RuntimeFlag.ENV)
			.stream()
			.map((variable) -> variable.split("=", 2))
			.forEach((variable) -> environment.put(variable[0], variable[1]));
		return environment;
	}

	List<Capability> capabilities() {
		return this.options.all(RuntimeFlag.CAP_ADD).stream().map(RuntimeSettings::capability).toList();
	}

	List<ExposedPort> exposedPorts() {
		return ports().stream().map(PortBinding::getExposedPort).toList();
	}

	private List<PortBinding> ports() {
		return this.options.all(RuntimeFlag.PUBLISH).stream().map(PortBinding::parse).toList();
	}

	/**
	 * Adds the user's limits to those by default, of which they replace the ones with the
	 * same name.
	 */
	private List<Ulimit> ulimits(Ulimit @Nullable [] defaults) {
		Map<String, Ulimit> limits = new LinkedHashMap<>();
		Stream.of(Objects.requireNonNullElse(defaults, new Ulimit[0]))
			.forEach((limit) -> limits.put(limit.getName(), limit));
		this.options.all(RuntimeFlag.ULIMIT)
			.stream()
			.map(RuntimeSettings::ulimit)
			.forEach((limit) -> limits.put(limit.getName(), limit));
		return List.copyOf(limits.values());
	}

	private static Ulimit ulimit(String text) {
		String[] parts = text.split("[=:]", -1);
		return new Ulimit(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[parts.length - 1]));
	}

	private Optional<Long> size(RuntimeFlag flag) {
		return this.options.last(flag).map((size) -> size.toLowerCase(Locale.ROOT)).map(RuntimeSettings::bytes);
	}

	private static long bytes(String size) {
		String number = size.replaceAll("[bkmg]$", "");
		return Long.parseLong(number) << switch (size.charAt(size.length() - 1)) {
			case 'k' -> 10;
			case 'm' -> 20;
			case 'g' -> 30;
			default -> 0;
		};
	}

	private static long nanoCpus(String cpus) {
		return new BigDecimal(cpus).movePointRight(9).longValueExact();
	}

	private static Capability capability(String name) {
		String bare = name.replaceFirst("^CAP_", "");
		return Arrays.stream(Capability.values())
			.filter((capability) -> capability.name().equals(bare))
			.findFirst()
			.orElseThrow(() -> new HeadjackException(FailureKind.MISUSED,
					"runtime.flags: there is no capability \"" + name + "\"", "see 'man 7 capabilities'"));
	}

}
