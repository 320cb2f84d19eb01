package com.headjack.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.util.FileSystemUtils;

/**
 * An engine of this process, for tests that want none of the machine's. It goes, with all
 * that runs in it, when it is closed.
 * <p>
 * Names, labels, states and images are <em>remembered</em>. Programs, the main one
 * included, are <em>really run</em>, by this machine's shell, from this machine's
 * programs, in an environment of their own. In their words (scripts included) a path such
 * as {@code /etc}, {@code /home}, {@code /run}, {@code /tmp}, {@code /var} or that of a
 * mount becomes one below a scratch folder, where mounts are links and memory is a folder
 * that a stop empties; what they read and their variables are left as they are, and they
 * print the scratch folder's paths.
 * <p>
 * Not told here, so to be asked of a real engine: users and rights (all run as the user
 * of the test), read-only mounts, a mount within another one that shows something else
 * there, processes apart from the machine's, limits, networks.
 */
public final class InMemoryEngine implements ContainerEngine {

	/**
	 * The image that is there from the start.
	 */
	public static final String IMAGE = "sample:latest";

	private static final int OUTPUT_LIMIT = 16 * 1024 * 1024;

	private final Path folder;

	private final Map<String, InMemoryImage> images = new ConcurrentHashMap<>();

	private final Map<String, InMemoryImage> registry = new ConcurrentHashMap<>();

	private final List<InMemoryContainer> containers = new CopyOnWriteArrayList<>();

	private List<String> deadProxies = List.of();

	private boolean limitsMemory = true;

	private boolean seesFiles = true;

	private int created;

	/**
	 * Creates an engine with {@link #IMAGE}.
	 */
	public InMemoryEngine() {
		try {
			this.folder = Files.createTempDirectory("hjk").toRealPath();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		add(InMemoryImage.of(IMAGE));
	}

	/**
	 * Gives the engine an image, in the place of one of that name.
	 * @param image the image
	 */
	public void add(InMemoryImage image) {
		this.images.put(tagged(image.name()), image);
	}

	/**
	 * Gives the registry an image, which the engine can pull.
	 * @param image the image
	 */
	public void publish(InMemoryImage image) {
		this.registry.put(tagged(image.name()), image);
	}

	/**
	 * Gives the user's configuration proxies that containers cannot reach.
	 * @param variables the names of their variables
	 */
	public void configureDeadProxies(List<String> variables) {
		this.deadProxies = List.copyOf(variables);
	}

	/**
	 * Makes this an engine that cannot limit memory.
	 */
	public void limitNoMemory() {
		this.limitsMemory = false;
	}

	@Override
	public boolean limitsMemory() {
		return this.limitsMemory;
	}

	@Override
	public List<String> deadProxies(RuntimeOptions options) {
		return this.deadProxies;
	}

	private static String tagged(String name) {
		return name.substring(name.lastIndexOf('/') + 1).contains(":") ? name : name + ":latest";
	}

	/**
	 * Where a path of a container is on this machine.
	 * @param container the container's id or name
	 * @param path an absolute path in the container
	 * @return the path below the scratch folder
	 */
	public Path resolve(String container, String path) {
		return get(container).root().resolve(path);
	}

	@Override
	public EngineVersion version() {
		return new EngineVersion("docker", "1.2", "memory://" + this.folder);
	}

	@Override
	public Optional<Image> findImage(String image) {
		return Optional.ofNullable(this.images.get(tagged(image)))
			.map((found) -> new Image("sha256:" + Integer.toHexString(found.hashCode()), found.user(), found.labels()));
	}

	@Override
	public Image pull(String image) {
		Optional.ofNullable(this.registry.get(tagged(image))).ifPresent(this::add);
		return findImage(image).orElseThrow(() -> missing(image, ": the registry does not have it"));
	}

	private static ImageNotFoundException missing(String image, String why) {
		return new ImageNotFoundException("there is no image \"" + image + "\"" + why, "check its name", null);
	}

	@Override
	public synchronized String create(ContainerSpec spec) {
		InMemoryImage image = this.images.get(tagged(spec.image()));
		if (image == null) {
			throw missing(spec.image(), "");
		}
		if (this.containers.stream().anyMatch((container) -> container.named(spec.name()))) {
			throw new ContainerConflictException("there is a container \"" + spec.name() + "\" already", "remove it",
					null);
		}
		if (!this.seesFiles) {
			spec.mounts().stream().filter(Mount.Bind.class::isInstance).findFirst().ifPresent((bind) -> {
				throw new FilesUnseenException(version().address(), ((Mount.Bind) bind).source().toString());
			});
		}
		this.created++;
		String id = this.folder.getFileName() + "-" + this.created;
		this.containers.add(new InMemoryContainer(id, spec, image, this.folder.resolve(String.valueOf(this.created)),
				this::volume));
		return id;
	}

	@Override
	public void start(String container) {
		get(container).start();
	}

	/**
	 * Pauses a container. Its programs run on, but none can be started.
	 * @param container its id or name
	 */
	public void pause(String container) {
		get(container).paused = true;
	}

	/**
	 * Has a container stop for lack of memory.
	 * @param container its id or name
	 */
	public void exhaust(String container) {
		get(container).stop(Duration.ZERO);
		get(container).exhausted = true;
	}

	@Override
	public boolean outOfMemory(String container) {
		return find(container).filter((found) -> found.exhausted && !found.running()).isPresent();
	}

	@Override
	public void unpause(String container) {
		get(container).paused = false;
	}

	@Override
	public void stop(String container, Duration grace) {
		get(container).stop(grace);
	}

	@Override
	public synchronized void remove(String container) {
		find(container).ifPresent((found) -> {
			found.remove();
			this.containers.remove(found);
		});
	}

	/**
	 * Makes this an engine that has other files than this machine.
	 */
	public void seeNoFiles() {
		this.seesFiles = false;
	}

	/**
	 * Returns where a volume is on this machine.
	 * @param name its name
	 * @return its folder, which need not exist
	 */
	public Path volume(String name) {
		return this.folder.resolve("volumes").resolve(name);
	}

	@Override
	public void removeVolume(String name) {
		try {
			FileSystemUtils.deleteRecursively(volume(name));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public List<ContainerState> list(Map<String, String> labels) {
		return this.containers.stream()
			.map(InMemoryContainer::state)
			.filter((container) -> labels.entrySet().stream().allMatch((label) -> has(container, label)))
			.toList();
	}

	private static boolean has(ContainerState container, Map.Entry<String, String> label) {
		String value = container.labels().get(label.getKey());
		return value != null && (label.getValue().isEmpty() || label.getValue().equals(value));
	}

	@Override
	public ExecResult exec(String container, ExecRequest request) {
		BoundedOutput output = new BoundedOutput(OUTPUT_LIMIT);
		BoundedOutput errors = new BoundedOutput(OUTPUT_LIMIT);
		int code = new LocalProgram(running(container), request).run(ExecStreams.of(output, errors),
				request.patience());
		return new ExecResult(code, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
	}

	@Override
	public int stream(String container, ExecRequest request, ExecStreams streams) {
		return new LocalProgram(running(container), request).run(streams, Duration.ofHours(1));
	}

	@Override
	public OptionalInt interact(String container, ExecRequest request, ExecTerminal terminal) {
		return new LocalTerminal(running(container), request).run(terminal);
	}

	private InMemoryContainer running(String container) {
		InMemoryContainer found = get(container);
		if (!found.running() || found.paused) {
			throw new ContainerNotRunningException("container " + container + " does not run", null, null);
		}
		return found;
	}

	private InMemoryContainer get(String container) {
		return find(container)
			.orElseThrow(() -> new ContainerNotRunningException("container " + container + " is gone", null, null));
	}

	private Optional<InMemoryContainer> find(String container) {
		return this.containers.stream().filter((candidate) -> candidate.named(container)).findFirst();
	}

	/**
	 * Removes all containers.
	 */
	@Override
	public void close() {
		list(Map.of()).forEach((container) -> remove(container.id()));
		try {
			FileSystemUtils.deleteRecursively(this.folder);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
