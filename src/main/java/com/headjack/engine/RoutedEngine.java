package com.headjack.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * All engines as one. What concerns a container is asked of the engine that has it, what
 * concerns none of the usual one, and containers are listed from all of them.
 *
 * @param engines the engines
 */
record RoutedEngine(Engines engines) implements ContainerEngine {

	private ContainerEngine usual() {
		return this.engines.named(this.engines.usual());
	}

	private ContainerEngine of(String container) {
		return this.engines.named(ContainerHandle.of(container).engine());
	}

	@Override
	public EngineVersion version() {
		return usual().version();
	}

	@Override
	public Optional<Image> findImage(String image) {
		return usual().findImage(image);
	}

	@Override
	public Image pull(String image) {
		return usual().pull(image);
	}

	@Override
	public String create(ContainerSpec spec) {
		return usual().create(spec);
	}

	@Override
	public List<String> deadProxies(RuntimeOptions options) {
		return usual().deadProxies(options);
	}

	@Override
	public boolean limitsMemory() {
		return usual().limitsMemory();
	}

	@Override
	public void start(String container) {
		of(container).start(container);
	}

	@Override
	public void unpause(String container) {
		of(container).unpause(container);
	}

	@Override
	public void stop(String container, Duration grace) {
		of(container).stop(container, grace);
	}

	@Override
	public void remove(String container) {
		of(container).remove(container);
	}

	@Override
	public void removeVolume(String volume) {
		usual().removeVolume(volume);
	}

	@Override
	public List<ContainerState> list(Map<String, String> labels) {
		return this.engines.list(labels, this.engines.names()).all();
	}

	@Override
	public boolean outOfMemory(String container) {
		return of(container).outOfMemory(container);
	}

	@Override
	public ExecResult exec(String container, ExecRequest request) {
		return of(container).exec(container, request);
	}

	@Override
	public ExecResult execBoth(String container, ExecRequest first, Function<ExecResult, ExecRequest> next) {
		return of(container).execBoth(container, first, next);
	}

	@Override
	public int stream(String container, ExecRequest request, ExecStreams streams) {
		return of(container).stream(container, request, streams);
	}

	@Override
	public OptionalInt interact(String container, ExecRequest request, ExecTerminal terminal) {
		return of(container).interact(container, request, terminal);
	}

	@Override
	public void close() {
		this.engines.close();
	}

}
