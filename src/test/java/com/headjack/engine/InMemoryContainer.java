package com.headjack.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A container of an {@link InMemoryEngine}.
 */
final class InMemoryContainer {

	private final String id;

	private final ContainerSpec spec;

	private final Instant created = Instant.now();

	private final Path folder;

	private final ScratchRoot root;

	private final ContainerShell shell;

	private int starts;

	boolean paused;

	boolean exhausted;

	private @Nullable Process main;

	InMemoryContainer(String id, ContainerSpec spec, InMemoryImage image, Path folder, Function<String, Path> volumes) {
		this.id = id;
		this.spec = spec;
		this.folder = folder;
		try {
			this.root = ScratchRoot.create(folder.resolve("root"), mounts(spec, volumes));
			this.shell = new ContainerShell(folder, this.root,
					image.install(Files.createDirectories(folder.resolve("programs"))));
			Files.writeString(this.root.resolve("/etc/passwd"), users(image));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A volume is a folder of this machine.
	 */
	private static Mount asBind(Mount mount, Function<String, Path> volumes) {
		if (!(mount instanceof Mount.Volume volume)) {
			return mount;
		}
		try {
			return new Mount.Bind(Files.createDirectories(volumes.apply(volume.name())), volume.target(), false);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Mount> mounts(ContainerSpec spec, Function<String, Path> named) {
		Stream<Mount> volumes = spec.options()
			.all(RuntimeFlag.VOLUME)
			.stream()
			.map((volume) -> volume.split(":", -1))
			.map((parts) -> new Mount.Bind(Path.of(parts[0]), parts[1], parts.length > 2));
		return Stream.concat(spec.mounts().stream().map((mount) -> asBind(mount, named)), volumes).toList();
	}

	private String users(InMemoryImage image) {
		String root = "root:x:0:0:root:%s:/bin/sh\n".formatted(this.root.resolve("/root"));
		if (image.user().isEmpty() || image.user().equals("root")) {
			return root;
		}
		return root
				+ "%s:x:1234:1234::%s:/bin/sh\n".formatted(image.user(), this.root.resolve("/home/" + image.user()));
	}

	ContainerState state() {
		return new ContainerState(this.id, this.spec.name(), this.spec.image(), running() && !this.paused,
				running() && this.paused, this.created, this.spec.labels());
	}

	ScratchRoot root() {
		return this.root;
	}

	boolean named(String idOrName) {
		return this.id.equals(idOrName) || this.spec.name().equals(idOrName);
	}

	synchronized boolean running() {
		return this.main != null && this.main.isAlive();
	}

	synchronized void start() {
		if (running()) {
			return;
		}
		try {
			this.root.forgetMemory();
			this.starts++;
			this.exhausted = false;
			MarkedProcesses processes = processes();
			this.main = program(this.spec.command(), this.spec.user(), Map.of())
				.redirectInput(Path.of("/dev/null").toFile())
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.start();
			var _ = this.main.onExit().thenRun(processes::kill);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private MarkedProcesses processes() {
		return new MarkedProcesses(ContainerShell.MARK + "=" + mark());
	}

	private String mark() {
		return this.id + "-" + this.starts;
	}

	synchronized ProcessBuilder program(List<String> words, String user, Map<String, String> variables)
			throws IOException {
		Map<String, String> all = new HashMap<>(this.spec.environment());
		this.spec.options()
			.all(RuntimeFlag.ENV)
			.stream()
			.map((variable) -> variable.split("=", 2))
			.forEach((parts) -> all.put(parts[0], parts[1]));
		all.putAll(variables);
		return this.shell.program(words, user, this.spec.workingDirectory(), all, mark());
	}

	String user() {
		return this.spec.user();
	}

	synchronized void stop(Duration grace) {
		Process process = this.main;
		this.paused = false;
		if (process == null) {
			return;
		}
		try {
			process.destroy();
			process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS);
			process.destroyForcibly().waitFor();
			processes().kill();
			this.root.forgetMemory();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new EngineException("interrupted while waiting for the container engine", null, ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void remove() {
		stop(Duration.ZERO);
		try {
			FileSystemUtils.deleteRecursively(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
