package com.headjack.engine.docker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import com.github.dockerjava.api.exception.DockerException;
import org.junit.jupiter.api.AfterEach;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ImageBuilder;
import com.headjack.engine.ImageBuilderContract;
import com.headjack.engine.RuntimeName;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;

/**
 * The builders of engines with Docker's interface.
 */
abstract class RealImageBuilderContract extends ImageBuilderContract {

	private final ContainerProxies proxies = new ContainerProxies(host(Map.of()));

	private final DockerConnection connection = new DockerConnection(
			() -> new EngineAddresses(host(variables())).candidates(RuntimeName.AUTO),
			(address) -> new DockerClients(host(variables())).client(address), Duration.ofSeconds(30));

	private final DockerContainerEngine engine = new DockerContainerEngine(this.connection, this.proxies);

	private final DockerImageBuilder builder = new DockerImageBuilder(this.connection, this.proxies,
			() -> this.engine.version().name().equals("podman"));

	/**
	 * The environment variables that tell where the engine is.
	 */
	abstract Map<String, String> variables();

	private static HostEnvironment host(Map<String, String> variables) {
		return new HostEnvironment(OperatingSystem.LINUX, Path.of("/nonexistent"), Path.of("/"), variables, Set.of());
	}

	@Override
	protected final ImageBuilder builder() {
		return this.builder;
	}

	@Override
	protected final ContainerEngine engine() {
		return this.engine;
	}

	@Override
	protected final String name() {
		return "localhost/headjack-build-test:" + ProcessHandle.current().pid();
	}

	@Override
	protected final void remove(String image) {
		try {
			this.connection.call((client) -> client.removeImageCmd(image).withForce(true).exec());
		}
		catch (DockerException _) {
			// It was not built.
		}
	}

	@AfterEach
	void closeConnection() {
		this.connection.close();
	}

}
