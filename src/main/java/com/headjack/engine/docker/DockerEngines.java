package com.headjack.engine.docker;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.EngineProvider;
import com.headjack.engine.EngineRecords;
import com.headjack.engine.ImageBuilder;
import com.headjack.engine.NamedAddress;
import com.headjack.host.HostEnvironment;

/**
 * Opens engines with Docker's API.
 *
 * @param host the machine
 */
record DockerEngines(HostEnvironment host) implements EngineProvider {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Override
	public boolean understands(String address) {
		return !address.startsWith("kubernetes:");
	}

	@Override
	public ContainerEngine open(NamedAddress address) {
		return open(written(address));
	}

	@Override
	public EngineRecords records(NamedAddress address) {
		return records(written(address));
	}

	@Override
	public ImageBuilder builder(NamedAddress address) {
		return builder(written(address));
	}

	private Supplier<List<EngineAddress>> written(NamedAddress address) {
		List<EngineAddress> written = List.of(new EngineAddresses(this.host).written(address));
		return () -> written;
	}

	EngineRecords records(Supplier<List<EngineAddress>> candidates) {
		return new DockerRecords(connect(candidates));
	}

	ImageBuilder builder(Supplier<List<EngineAddress>> candidates) {
		DockerConnection connection = connect(candidates);
		ContainerEngine engine = new DockerContainerEngine(connection, new ContainerProxies(this.host));
		return new DockerImageBuilder(connection, new ContainerProxies(this.host),
				() -> engine.version().name().equals("podman"));
	}

	ContainerEngine open(Supplier<List<EngineAddress>> candidates) {
		return new DockerContainerEngine(connect(candidates), new ContainerProxies(this.host));
	}

	DockerConnection connect(Supplier<List<EngineAddress>> candidates) {
		return new DockerConnection(candidates, new DockerClients(this.host)::client, PATIENCE);
	}

}
