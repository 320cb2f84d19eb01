package com.headjack.engine.docker;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageCmd;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.PruneType;

import com.headjack.engine.BuildLog;
import com.headjack.engine.EngineException;
import com.headjack.engine.ImageBuild;
import com.headjack.engine.ImageBuilder;

/**
 * Builds images by Docker's interface, which Podman has too. Docker's newer builder,
 * BuildKit, has no such interface.
 */
final class DockerImageBuilder implements ImageBuilder {

	/**
	 * A name with a tag. Podman refuses others without a reason.
	 */
	private static final Pattern NAME = Pattern
		.compile("([\\w.-]+(:\\d+)?/)?([a-z0-9._-]+/)*[a-z0-9]([a-z0-9._-]*[a-z0-9])?(:\\w[\\w.-]{0,127})?");

	/**
	 * How long an engine may take to remove large layers.
	 */
	private static final Duration REMOVAL = Duration.ofMinutes(5);

	private final DockerConnection connection;

	private final ContainerProxies proxies;

	private final BooleanSupplier podman;

	/**
	 * Creates a builder.
	 * @param connection the connection to the engine
	 * @param proxies the proxies that steps are told of
	 * @param podman whether the engine is Podman, which may take a call to find out
	 */
	DockerImageBuilder(DockerConnection connection, ContainerProxies proxies, BooleanSupplier podman) {
		this.connection = connection;
		this.proxies = proxies;
		this.podman = podman;
	}

	@Override
	public String build(ImageBuild build, BuildLog log) {
		BuildOutput output = new BuildOutput(log);
		if (!NAME.matcher(build.name()).matches()) {
			throw BuildFailures.of(build, output,
					"invalid reference format: a name must be lowercase words between slashes, with a tag after a colon");
		}
		Collection<ProxyVariable> told = this.proxies.of(this.connection.address(), this.podman.getAsBoolean())
			.values();
		Optional<String> before = id(build.name());
		run(build, told, output);
		String image = id(build.name()).filter((_) -> !output.image().isEmpty())
			.orElseThrow(() -> BuildFailures.of(build, output, output.failure()));
		before.filter((id) -> !id.equals(image)).ifPresent(this::removeUnused);
		Optional.ofNullable(build.leftovers()).ifPresent(this::removeLeftovers);
		return image;
	}

	private void run(ImageBuild build, Collection<ProxyVariable> told, BuildOutput output) {
		try (ContextStream context = ContextStream.of(build)) {
			send(build, told, output, context);
		}
		catch (IOException ex) {
			throw BuildFailures.unreadable(build, ex);
		}
		if (!output.failure().isEmpty()) {
			throw BuildFailures.of(build, output, output.failure());
		}
	}

	private void send(ImageBuild build, Collection<ProxyVariable> told, BuildOutput output, ContextStream context)
			throws IOException {
		try {
			this.connection.await((client) -> command(client, build, told, context).exec(output));
		}
		catch (DockerException ex) {
			throw BuildFailures.of(build, output, EngineFailures.reason(ex));
		}
		catch (EngineException ex) {
			Optional<IOException> unread = context.failure();
			if (unread.isPresent()) {
				throw unread.get();
			}
			throw ex;
		}
	}

	private static BuildImageCmd command(DockerClient client, ImageBuild build, Collection<ProxyVariable> told,
			ContextStream context) {
		BuildImageCmd command = client.buildImageCmd()
			.withTarInputStream(context)
			.withDockerfilePath(build.dockerfile().getFileName().toString())
			.withTags(Set.of(build.name()))
			.withLabels(build.labels())
			.withNoCache(!build.cached())
			.withPull(build.pulled())
			.withRemove(true)
			.withForcerm(true);
		told.forEach((proxy) -> command.withBuildArg(proxy.name(), proxy.value()));
		build.arguments().forEach(command::withBuildArg);
		return (build.target() != null) ? command.withTarget(build.target()) : command;
	}

	private Optional<String> id(String image) {
		try {
			return Optional.ofNullable(this.connection.call((client) -> client.inspectImageCmd(image).exec()).getId());
		}
		catch (DockerException _) {
			return Optional.empty();
		}
	}

	/**
	 * Removes an image that has lost its name. The engine refuses if something uses it.
	 */
	private void removeUnused(String image) {
		try {
			this.connection.call(REMOVAL, (client) -> client.removeImageCmd(image).exec());
		}
		catch (DockerException | EngineException _) {
			// It has another name, or a container; it stays.
		}
	}

	private void removeLeftovers(String label) {
		try {
			this.connection.call(REMOVAL,
					(client) -> client.pruneCmd(PruneType.IMAGES).withDangling(true).withLabelFilter(label).exec());
		}
		catch (DockerException | EngineException _) {
			// They only take room, and the user's own clean-up finds them.
		}
	}

	@Override
	public void close() {
		this.connection.close();
	}

}
