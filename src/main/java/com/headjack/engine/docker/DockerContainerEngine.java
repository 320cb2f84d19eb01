package com.headjack.engine.docker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.api.model.VersionComponent;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerSpec;
import com.headjack.engine.ContainerState;
import com.headjack.engine.EngineVersion;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.engine.ExecStreams;
import com.headjack.engine.ExecTerminal;
import com.headjack.engine.Image;
import com.headjack.engine.RuntimeOptions;

/**
 * An engine with Docker's API: Docker itself, or Podman.
 */
final class DockerContainerEngine implements ContainerEngine {

	private static final Duration WORK = Duration.ofMinutes(2);

	private static final Duration ENDING = Duration.ofSeconds(20);

	/**
	 * The exit code of a main program that was killed. The engine also remembers when the
	 * kernel killed another one.
	 */
	private static final Long KILLED = 128L + 9;

	private static final int OUTPUT_LIMIT = 16 * 1024 * 1024;

	private final DockerConnection connection;

	private final EngineProxies proxies;

	DockerContainerEngine(DockerConnection connection, ContainerProxies proxies) {
		this.connection = connection;
		this.proxies = new EngineProxies(connection, proxies, () -> program().equals("podman"));
	}

	@Override
	public EngineVersion version() {
		try {
			Version version = this.connection.call((client) -> client.versionCmd().exec());
			return new EngineVersion(name(version), String.valueOf(version.getVersion()),
					this.connection.address().toString());
		}
		catch (DockerException ex) {
			throw EngineFailures.refused("tell its version", ex);
		}
	}

	private String program() {
		return version().name();
	}

	private static String name(Version version) {
		return Stream.ofNullable(version.getComponents())
			.flatMap(List::stream)
			.map(VersionComponent::getName)
			.anyMatch((name) -> name.startsWith("Podman")) ? "podman" : "docker";
	}

	@Override
	public Optional<Image> findImage(String image) {
		try {
			InspectImageResponse found = this.connection.call((client) -> client.inspectImageCmd(image).exec());
			Optional<ContainerConfig> config = Optional.ofNullable(found.getConfig());
			return Optional.of(new Image(String.valueOf(found.getId()), config.map(ContainerConfig::getUser).orElse(""),
					config.map(ContainerConfig::getLabels).orElse(Map.of())));
		}
		catch (NotFoundException _) {
			return Optional.empty();
		}
		catch (DockerException ex) {
			throw EngineFailures.refusedImage(image, ex);
		}
	}

	@Override
	public Image pull(String image) {
		ImageReference reference = ImageReference.parse(image);
		try {
			PullProgress pull = this.connection.await((client) -> client.pullImageCmd(reference.repository())
				.withTag(reference.tag())
				.exec(new PullProgress()));
			return findImage(image)
				.orElseThrow(() -> EngineFailures.noImage(program(), this.connection.address(), image, pull.failure()));
		}
		catch (DockerException ex) {
			throw EngineFailures.noImage(program(), this.connection.address(), image, EngineFailures.reason(ex));
		}
	}

	@Override
	public String create(ContainerSpec spec) {
		try {
			return this.connection.call(WORK, (client) -> creation(client, spec).on(client).exec()).getId();
		}
		catch (DockerException ex) {
			throw EngineFailures.ofCreation(program(), this.connection.address(), spec, ex);
		}
	}

	private ContainerCreation creation(DockerClient client, ContainerSpec spec) {
		Info engine = client.infoCmd().exec();
		return new ContainerCreation(spec, engine, this.proxies.all(UserMapping.podman(engine)));
	}

	@Override
	public List<String> deadProxies(RuntimeOptions options) {
		return this.proxies.dead(options);
	}

	@Override
	public boolean limitsMemory() {
		return DefaultLimits.limitsMemory(this.connection.call((client) -> client.infoCmd().exec()));
	}

	@Override
	public void start(String container) {
		try {
			this.connection.call(WORK, (client) -> client.startContainerCmd(container).exec(),
					EngineFailures.late(container, "start"));
		}
		catch (NotModifiedException _) {
			return;
		}
		catch (DockerException ex) {
			throw EngineFailures.ofContainer("start", container, ex);
		}
	}

	@Override
	public void unpause(String container) {
		try {
			this.connection.call(ENDING, (client) -> client.unpauseContainerCmd(container).exec(),
					EngineFailures.late(container, "go on"));
		}
		catch (DockerException ex) {
			if (!EngineFailures.reason(ex).contains("not paused")) {
				throw EngineFailures.ofContainer("unpause", container, ex);
			}
		}
	}

	@Override
	public void stop(String container, Duration grace) {
		try {
			this.connection.call(ENDING.plus(grace),
					(client) -> client.stopContainerCmd(container)
						.withTimeout(Math.toIntExact(grace.toSeconds()))
						.exec(),
					EngineFailures.late(container, "stop"));
		}
		catch (NotModifiedException _) {
			return;
		}
		catch (DockerException ex) {
			throw EngineFailures.ofContainer("stop", container, ex);
		}
	}

	@Override
	public void remove(String container) {
		kill(container);
		try {
			this.connection.call(WORK,
					(client) -> client.removeContainerCmd(container).withForce(true).withRemoveVolumes(true).exec(),
					(waited) -> EngineFailures.held(container, waited));
		}
		catch (NotFoundException | ConflictException _) {
			// it is gone, or is being removed
			return;
		}
		catch (DockerException ex) {
			throw EngineFailures.ofContainer("remove", container, ex);
		}
	}

	/**
	 * Kills a container's programs, which tells soon whether they can be killed.
	 */
	private void kill(String container) {
		try {
			this.connection.call(Duration.ZERO, (client) -> client.killContainerCmd(container).exec(),
					(waited) -> EngineFailures.held(container, waited));
		}
		catch (DockerException _) {
			// Nothing runs in it.
		}
	}

	@Override
	public void removeVolume(String name) {
		try {
			this.connection.call(WORK, (client) -> client.removeVolumeCmd(name).exec(),
					(waited) -> EngineFailures.held(name, waited));
		}
		catch (NotFoundException _) {
			return;
		}
		catch (DockerException ex) {
			throw EngineFailures.refused("remove volume " + name, ex);
		}
	}

	@Override
	public List<ContainerState> list(Map<String, String> labels) {
		List<String> filter = labels.entrySet()
			.stream()
			.map((label) -> label.getValue().isEmpty() ? label.getKey() : label.getKey() + "=" + label.getValue())
			.toList();
		try {
			return this.connection
				.call((client) -> client.listContainersCmd().withShowAll(true).withLabelFilter(filter).exec())
				.stream()
				.map(DockerContainerEngine::state)
				.toList();
		}
		catch (DockerException ex) {
			throw EngineFailures.refused("list containers", ex);
		}
	}

	private static ContainerState state(Container container) {
		String name = Stream.of(container.getNames()).findFirst().orElse("");
		return new ContainerState(container.getId(), name.replaceFirst("^/", ""), container.getImage(),
				"running".equals(container.getState()), "paused".equals(container.getState()),
				Instant.ofEpochSecond(container.getCreated()),
				Optional.ofNullable(container.getLabels()).orElse(Map.of()));
	}

	@Override
	public boolean outOfMemory(String container) {
		try {
			InspectContainerResponse.ContainerState state = this.connection
				.call(Duration.ZERO, (client) -> client.inspectContainerCmd(container).exec(),
						EngineFailures.late(container, "tell its state"))
				.getState();
			return Boolean.TRUE.equals(state.getOOMKilled()) && !Boolean.TRUE.equals(state.getRunning())
					&& Objects.equals(state.getExitCodeLong(), KILLED);
		}
		catch (NotFoundException _) {
			return false;
		}
		catch (DockerException ex) {
			throw EngineFailures.ofContainer("describe", container, ex);
		}
	}

	@Override
	public ExecResult exec(String container, ExecRequest request) {
		CappedOutput output = new CappedOutput(OUTPUT_LIMIT);
		CappedOutput errors = new CappedOutput(OUTPUT_LIMIT);
		int code = new DockerExec(this.connection, container).run(this.proxies.addTo(request, container),
				ExecStreams.of(output, errors), request.patience());
		return new ExecResult(code, output.text(), errors.text());
	}

	@Override
	public ExecResult execBoth(String container, ExecRequest first, Function<ExecResult, ExecRequest> next) {
		Dialogue dialogue = new Dialogue(OUTPUT_LIMIT);
		return new DockerExec(this.connection, container).converse(this.proxies.addTo(first, container), next,
				dialogue);
	}

	@Override
	public int stream(String container, ExecRequest request, ExecStreams streams) {
		return new DockerExec(this.connection, container).run(this.proxies.addTo(request, container), streams, null);
	}

	@Override
	public OptionalInt interact(String container, ExecRequest request, ExecTerminal terminal) {
		return new DockerExec(this.connection, container).interact(this.proxies.addTo(request, container), terminal);
	}

	@Override
	public void close() {
		this.connection.close();
	}

}
