package com.headjack.engine.docker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.LogConfig.LoggingType;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.Ulimit;

import com.headjack.engine.ContainerSpec;
import com.headjack.engine.Mount;

/**
 * Creates containers from which an agent cannot reach the host.
 */
final class ContainerCreation {

	private static final String MEMORY_OPTIONS = "rw,noexec,nosuid,nodev,size=16m,mode=0700";

	private final ContainerSpec spec;

	private final Info engine;

	private final Collection<ProxyVariable> proxies;

	private final RuntimeSettings settings;

	/**
	 * Prepares the call.
	 * @param engine the engine's description of itself
	 * @param proxies the proxies that programs are told of; those with a password are
	 * left out
	 */
	ContainerCreation(ContainerSpec spec, Info engine, Collection<ProxyVariable> proxies) {
		this.spec = spec;
		this.engine = engine;
		this.proxies = proxies;
		this.settings = new RuntimeSettings(spec.options());
	}

	/**
	 * Builds the call that creates the container.
	 * @param client the client to call with
	 * @return the call, not yet made
	 */
	CreateContainerCmd on(DockerClient client) {
		return client.createContainerCmd(this.spec.image())
			.withName(this.spec.name())
			.withUser(this.spec.user())
			.withWorkingDir(this.spec.workingDirectory())
			.withEntrypoint(this.spec.command())
			.withCmd(List.of())
			.withEnv(environment())
			.withLabels(this.spec.labels())
			.withExposedPorts(this.settings.exposedPorts())
			.withHostConfig(this.settings.applyTo(hostConfig()));
	}

	private List<String> environment() {
		Map<String, String> environment = new LinkedHashMap<>();
		this.proxies.stream()
			.filter((proxy) -> !proxy.secret())
			.forEach((proxy) -> environment.put(proxy.name(), proxy.value()));
		environment.putAll(this.spec.environment());
		environment.putAll(this.settings.environment());
		return environment.entrySet().stream().map((entry) -> entry.getKey() + "=" + entry.getValue()).toList();
	}

	private HostConfig hostConfig() {
		return HostConfig.newHostConfig()
			.withInit(true)
			.withUsernsMode(UserMapping.of(this.engine))
			.withCapDrop(Capability.ALL)
			.withCapAdd(capabilities())
			.withSecurityOpts(SecurityOptions.of(this.engine))
			.withUlimits(limits())
			.withPidsLimit(DefaultLimits.PIDS)
			.withMemory(DefaultLimits.memory(this.engine))
			.withLogConfig(new LogConfig(LoggingType.NONE))
			.withMounts(mounts())
			.withTmpFs(memory());
	}

	/**
	 * The limits of programs. Podman adds limits of its own to any, which it may not be
	 * permitted to set.
	 */
	private List<Ulimit> limits() {
		return UserMapping.podman(this.engine) ? List.of() : List.of(CoreLimit.off(CoreLimit.PATTERN));
	}

	/**
	 * The capabilities of root in the container: it can change the owner of files (for
	 * package managers and set-up), become another user, and end another user's
	 * processes. Other users have none of them.
	 * @return the capabilities, including those that the user adds
	 */
	private Capability[] capabilities() {
		List<Capability> capabilities = new ArrayList<>(List.of(Capability.CHOWN, Capability.DAC_OVERRIDE,
				Capability.FOWNER, Capability.SETUID, Capability.SETGID, Capability.KILL));
		capabilities.addAll(this.settings.capabilities());
		return capabilities.stream().distinct().toArray(Capability[]::new);
	}

	private List<com.github.dockerjava.api.model.Mount> mounts() {
		return this.spec.mounts()
			.stream()
			.sorted(Comparator.comparingInt((mount) -> Path.of(mount.target()).getNameCount()))
			.flatMap((mount) -> switch (mount) {
				case Mount.Bind bind -> Stream.of(bind(bind));
				case Mount.Volume volume -> Stream.of(volume(volume));
				case Mount.Memory _ -> Stream.empty();
			})
			.toList();
	}

	private static com.github.dockerjava.api.model.Mount volume(Mount.Volume volume) {
		return new com.github.dockerjava.api.model.Mount().withType(MountType.VOLUME)
			.withSource(volume.name())
			.withTarget(volume.target());
	}

	/**
	 * Creates a bind mount, which fails if the source is missing; the older option would
	 * create the source, owned by root.
	 * @param bind the folder or file to mount
	 * @return the engine's mount
	 */
	private static com.github.dockerjava.api.model.Mount bind(Mount.Bind bind) {
		return new com.github.dockerjava.api.model.Mount().withType(MountType.BIND)
			.withSource(bind.source().toString())
			.withTarget(bind.target())
			.withReadOnly(bind.readOnly());
	}

	private Map<String, String> memory() {
		return this.spec.mounts()
			.stream()
			.filter(Mount.Memory.class::isInstance)
			.map(Mount.Memory.class::cast)
			.collect(Collectors.toMap(Mount.Memory::target, (_) -> MEMORY_OPTIONS));
	}

}
