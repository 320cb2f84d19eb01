package com.headjack.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * An engine whose containers are known by its name and their id.
 *
 * @param name the engine's name
 * @param engine the engine
 */
record NamedEngine(String name, ContainerEngine engine) implements ContainerEngine {

	private String id(String container) {
		ContainerHandle handle = ContainerHandle.of(container);
		if (!container.equals(handle.container()) && !handle.engine().equals(this.name)) {
			throw new IllegalArgumentException("a container of another engine: " + container);
		}
		return handle.container();
	}

	private String handle(String container) {
		return new ContainerHandle(this.name, container).toString();
	}

	@Override
	public EngineVersion version() {
		return this.engine.version();
	}

	@Override
	public Optional<Image> findImage(String image) {
		return this.engine.findImage(image);
	}

	@Override
	public Image pull(String image) {
		return this.engine.pull(image);
	}

	@Override
	public String create(ContainerSpec spec) {
		return handle(this.engine.create(spec));
	}

	@Override
	public List<String> deadProxies(RuntimeOptions options) {
		return this.engine.deadProxies(options);
	}

	@Override
	public boolean limitsMemory() {
		return this.engine.limitsMemory();
	}

	@Override
	public void start(String container) {
		this.engine.start(id(container));
	}

	@Override
	public void unpause(String container) {
		this.engine.unpause(id(container));
	}

	@Override
	public void stop(String container, Duration grace) {
		this.engine.stop(id(container), grace);
	}

	@Override
	public void remove(String container) {
		this.engine.remove(id(container));
	}

	@Override
	public void removeVolume(String volume) {
		this.engine.removeVolume(volume);
	}

	@Override
	public List<ContainerState> list(Map<String, String> labels) {
		return this.engine.list(labels).stream().map((state) -> state.as(handle(state.id()))).toList();
	}

	@Override
	public boolean outOfMemory(String container) {
		return this.engine.outOfMemory(id(container));
	}

	@Override
	public ExecResult exec(String container, ExecRequest request) {
		return this.engine.exec(id(container), request);
	}

	@Override
	public ExecResult execBoth(String container, ExecRequest first, Function<ExecResult, ExecRequest> next) {
		return this.engine.execBoth(id(container), first, next);
	}

	@Override
	public int stream(String container, ExecRequest request, ExecStreams streams) {
		return this.engine.stream(id(container), request, streams);
	}

	@Override
	public OptionalInt interact(String container, ExecRequest request, ExecTerminal terminal) {
		return this.engine.interact(id(container), request, terminal);
	}

	@Override
	public void close() {
		this.engine.close();
	}

}
