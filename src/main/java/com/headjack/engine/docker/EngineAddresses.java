package com.headjack.engine.docker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.NamedAddress;
import com.headjack.engine.RuntimeName;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;
import com.headjack.host.OperatingSystem;

/**
 * Lists the possible addresses of engines on a machine.
 */
final class EngineAddresses {

	/**
	 * Below the home folder: Docker Desktop on Linux, Colima, OrbStack, Rancher Desktop
	 * and Lima.
	 */
	private static final List<String> DOCKER_MACHINES = List.of(".docker/desktop/docker.sock",
			".colima/default/docker.sock", ".config/colima/default/docker.sock", ".orbstack/run/docker.sock",
			".rd/docker.sock", ".lima/docker/sock/docker.sock");

	/**
	 * Below the home folder: Podman's machines.
	 */
	private static final List<String> PODMAN_MACHINES = List.of(".local/share/containers/podman/machine/podman.sock");

	private final HostEnvironment host;

	private final DockerContexts contexts;

	EngineAddresses(HostEnvironment host) {
		this.host = host;
		this.contexts = DockerContexts.of(host);
	}

	/**
	 * Lists the addresses to try, in order. An address that the user names is the only
	 * one.
	 * @param runtime the engine wanted
	 * @return one address or more
	 * @throws HeadjackException if the user's value is not a usable address
	 */
	List<EngineAddress> candidates(RuntimeName runtime) {
		return switch (runtime) {
			case AUTO -> namedForDocker().map(List::of)
				.orElseGet(() -> Stream.concat(dockerSockets(), podmanSockets()).toList());
			case DOCKER -> namedForDocker().map(List::of).orElseGet(() -> dockerSockets().toList());
			case PODMAN ->
				variable(KnownVariable.CONTAINER_HOST).map(List::of).orElseGet(() -> podmanSockets().toList());
		};
	}

	/**
	 * Reads the address that a user wrote for an engine.
	 * @param written an address, or the name of a docker context
	 * @return the address
	 * @throws HeadjackException if it is not a usable address
	 */
	EngineAddress written(NamedAddress written) {
		String value = written.address();
		return this.contexts.find(value)
			.map((address) -> address("docker context \"" + value + "\"", address, value))
			.orElseGet(() -> address("engine " + written.name(), value, null, written.certificates() != null))
			.of(written);
	}

	private Optional<EngineAddress> namedForDocker() {
		return variable(KnownVariable.DOCKER_HOST).or(this::current);
	}

	private Optional<EngineAddress> current() {
		return this.contexts.current()
			.map((context) -> address("docker context \"" + context + "\"", this.contexts.address(context), context));
	}

	private Optional<EngineAddress> variable(KnownVariable variable) {
		return this.host.variable(variable).map((value) -> address(variable.key(), value, null));
	}

	private Stream<EngineAddress> dockerSockets() {
		if (windows()) {
			return Stream.of(EngineAddress.ofPipe("docker_engine"));
		}
		Stream<Path> rootless = this.host.folder(KnownVariable.XDG_RUNTIME_DIR)
			.map((run) -> run.resolve("docker.sock"))
			.stream();
		return Stream
			.of(Stream.of(Path.of("/var/run/docker.sock")), rootless,
					Stream.of(this.host.home().resolve(".docker/run/docker.sock")), present(DOCKER_MACHINES))
			.flatMap((paths) -> paths)
			.map(EngineAddress::of);
	}

	/**
	 * Finds sockets of programs that few users have. One that is missing is not worth a
	 * word.
	 */
	private Stream<Path> present(List<String> paths) {
		return paths.stream().map(this.host.home()::resolve).filter(Files::exists);
	}

	private Stream<EngineAddress> podmanSockets() {
		if (windows()) {
			return Stream.of(EngineAddress.ofPipe("podman-machine-default"));
		}
		Stream<Path> rootless = this.host.folder(KnownVariable.XDG_RUNTIME_DIR)
			.map((run) -> run.resolve("podman/podman.sock"))
			.stream();
		return Stream.of(rootless, Stream.of(Path.of("/run/podman/podman.sock")), present(PODMAN_MACHINES))
			.flatMap((paths) -> paths)
			.map(EngineAddress::of);
	}

	private EngineAddress address(String origin, String value, @Nullable String context) {
		return address(origin, value, context, false);
	}

	private EngineAddress address(String origin, String value, @Nullable String context, boolean certified) {
		boolean encrypted = certified || this.host.variable(KnownVariable.DOCKER_TLS_VERIFY).isPresent();
		return new WrittenAddress(origin, value, windows(), encrypted).parse(context);
	}

	private boolean windows() {
		return this.host.operatingSystem() == OperatingSystem.WINDOWS;
	}

}
