package com.headjack.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Passes calls on to another engine, remembers them, and fails at one of them, before or
 * after it has its effect.
 */
public final class FailingEngine implements ContainerEngine {

	private final ContainerEngine engine;

	private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());

	private @Nullable Step failing;

	private @Nullable EngineException failure;

	private boolean gone;

	/**
	 * Creates an engine that does not fail yet.
	 * @param engine what the calls reach
	 */
	public FailingEngine(ContainerEngine engine) {
		this.engine = engine;
	}

	/**
	 * Has all calls fail as if no engine was there.
	 * @return this engine
	 */
	public FailingEngine vanish() {
		this.gone = true;
		return this;
	}

	/**
	 * Has a call fail without an effect. Calls are counted anew.
	 * @param number which call fails, from 1
	 * @return this engine
	 */
	public FailingEngine failAt(int number) {
		return failAt(new Step(null, number, false));
	}

	/**
	 * Has the first call of one kind fail in its own way. Calls are counted anew.
	 * @param kind the kind
	 * @param failure how it fails
	 * @return this engine
	 */
	public FailingEngine failAt(Call kind, EngineException failure) {
		failAt(kind, 1);
		this.failure = failure;
		return this;
	}

	/**
	 * Has a call fail although it has its effect. Calls are counted anew.
	 * @param number which call fails, from 1
	 * @return this engine
	 */
	public FailingEngine failAfter(int number) {
		return failAt(new Step(null, number, true));
	}

	/**
	 * Has a call of one kind fail without an effect. Calls are counted anew.
	 * @param kind the kind
	 * @param number which call of the kind fails, from 1
	 * @return this engine
	 */
	public FailingEngine failAt(Call kind, int number) {
		return failAt(new Step(kind, number, false));
	}

	/**
	 * Has a call of one kind fail although it has its effect. Calls are counted anew.
	 * @param kind the kind
	 * @param number which call of the kind fails, from 1
	 * @return this engine
	 */
	public FailingEngine failAfter(Call kind, int number) {
		return failAt(new Step(kind, number, true));
	}

	/**
	 * Has no call fail. Calls are counted anew.
	 * @return this engine
	 */
	public FailingEngine heal() {
		return failAt((Step) null);
	}

	private FailingEngine failAt(@Nullable Step step) {
		this.failing = step;
		this.failure = null;
		this.gone = false;
		this.calls.clear();
		return this;
	}

	/**
	 * The calls that were made.
	 * @return their kinds in order, the one that failed included
	 */
	public List<Call> calls() {
		return List.copyOf(this.calls);
	}

	private <T> T call(Call kind, Supplier<T> work) {
		this.calls.add(kind);
		if (this.gone) {
			throw new EngineUnavailableException("no engine answers", "start one", null);
		}
		Step step = this.failing;
		if (step == null || !step.isLast(kind, this.calls)) {
			return work.get();
		}
		if (step.done()) {
			var _ = work.get();
		}
		throw (this.failure != null) ? this.failure : new EngineException(kind + " failed", "try again", null);
	}

	private void run(Call kind, Runnable work) {
		call(kind, () -> {
			work.run();
			return "";
		});
	}

	@Override
	public EngineVersion version() {
		return call(Call.VERSION, this.engine::version);
	}

	@Override
	public Optional<Image> findImage(String image) {
		return call(Call.FIND_IMAGE, () -> this.engine.findImage(image));
	}

	@Override
	public Image pull(String image) {
		return call(Call.PULL, () -> this.engine.pull(image));
	}

	@Override
	public String create(ContainerSpec spec) {
		return call(Call.CREATE, () -> this.engine.create(spec));
	}

	@Override
	public boolean limitsMemory() {
		return this.engine.limitsMemory();
	}

	@Override
	public List<String> deadProxies(RuntimeOptions options) {
		return this.engine.deadProxies(options);
	}

	@Override
	public void start(String container) {
		run(Call.START, () -> this.engine.start(container));
	}

	@Override
	public void unpause(String container) {
		run(Call.UNPAUSE, () -> this.engine.unpause(container));
	}

	@Override
	public boolean outOfMemory(String container) {
		return call(Call.OUT_OF_MEMORY, () -> this.engine.outOfMemory(container));
	}

	@Override
	public void stop(String container, Duration grace) {
		run(Call.STOP, () -> this.engine.stop(container, grace));
	}

	@Override
	public void remove(String container) {
		run(Call.REMOVE, () -> this.engine.remove(container));
	}

	@Override
	public void removeVolume(String name) {
		this.engine.removeVolume(name);
	}

	@Override
	public List<ContainerState> list(Map<String, String> labels) {
		return call(Call.LIST, () -> this.engine.list(labels));
	}

	@Override
	public ExecResult exec(String container, ExecRequest request) {
		return call(Call.EXEC, () -> this.engine.exec(container, request));
	}

	@Override
	public int stream(String container, ExecRequest request, ExecStreams streams) {
		return call(Call.STREAM, () -> this.engine.stream(container, request, streams));
	}

	@Override
	public OptionalInt interact(String container, ExecRequest request, ExecTerminal terminal) {
		return call(Call.INTERACT, () -> this.engine.interact(container, request, terminal));
	}

	@Override
	public void close() {
		this.engine.close();
	}

	/**
	 * The kinds of calls.
	 */
	public enum Call {

		VERSION, FIND_IMAGE, PULL, CREATE, START, UNPAUSE, STOP, REMOVE, LIST, OUT_OF_MEMORY, EXEC, STREAM, INTERACT

	}

	private record Step(@Nullable Call kind, int number, boolean done) {

		boolean isLast(Call last, List<Call> calls) {
			if (this.kind == null) {
				return calls.size() == this.number;
			}
			return this.kind == last && Collections.frequency(calls, last) == this.number;
		}

	}

}
