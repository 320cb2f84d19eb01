package com.headjack.session;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerSpec;
import com.headjack.engine.ContainerState;
import com.headjack.engine.EngineVersion;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.engine.ExecStreams;
import com.headjack.engine.ExecTerminal;
import com.headjack.engine.Image;

/**
 * Remembers which programs are started, and answers in their place.
 */
final class ScriptedEngine implements ContainerEngine {

	/**
	 * A program that was started.
	 *
	 * @param script which of the scripts it is, or {@code null}
	 * @param words its words, without those of a script
	 * @param request how it was started
	 * @param input what it read
	 */
	record Call(@Nullable Scripts script, List<String> words, ExecRequest request, String input) {

	}

	final List<Call> calls = new ArrayList<>();

	final List<ContainerState> containers = new ArrayList<>();

	int questions;

	/**
	 * What happens before a question for containers is answered.
	 */
	Runnable meanwhile = () -> {
	};

	Supplier<OptionalInt> visit = () -> OptionalInt.of(0);

	private final Map<Scripts, Deque<Supplier<ExecResult>>> answers = new EnumMap<>(Scripts.class);

	void answer(Scripts script, Supplier<ExecResult> answer) {
		answer(script, List.of(answer));
	}

	/**
	 * Answers a script, once for each answer; the last one stays.
	 */
	void answer(Scripts script, List<Supplier<ExecResult>> answers) {
		this.answers.put(script, new ArrayDeque<>(answers));
	}

	List<Call> calls(Scripts script) {
		return this.calls.stream().filter((call) -> call.script() == script).toList();
	}

	private Call remember(ExecRequest request) {
		List<String> words = request.command();
		Optional<Scripts> script = Stream.of(Scripts.values())
			.filter((candidate) -> words.size() > 2 && candidate.text().equals(words.get(2)))
			.findFirst();
		String input = (request.input() != null) ? request.input().reveal() : "";
		Call call = new Call(script.orElse(null), script.isPresent() ? words.subList(4, words.size()) : words, request,
				input);
		this.calls.add(call);
		return call;
	}

	@Override
	public ExecResult exec(String container, ExecRequest request) {
		Scripts script = remember(request).script();
		Deque<Supplier<ExecResult>> left = (script != null) ? this.answers.get(script) : null;
		if (left == null) {
			return new ExecResult(0, "", "");
		}
		return (left.size() > 1) ? left.removeFirst().get() : left.getFirst().get();
	}

	@Override
	public int stream(String container, ExecRequest request, ExecStreams streams) {
		remember(request);
		return this.visit.get().orElseThrow();
	}

	@Override
	public OptionalInt interact(String container, ExecRequest request, ExecTerminal terminal) {
		remember(request);
		return this.visit.get();
	}

	@Override
	public List<ContainerState> list(Map<String, String> labels) {
		this.questions++;
		this.meanwhile.run();
		return List.copyOf(this.containers);
	}

	@Override
	public boolean outOfMemory(String container) {
		throw new UnsupportedOperationException();
	}

	@Override
	public EngineVersion version() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Optional<Image> findImage(String image) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Image pull(String image) {
		throw new UnsupportedOperationException();
	}

	@Override
	public String create(ContainerSpec spec) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void start(String container) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void unpause(String container) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void stop(String container, Duration grace) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void remove(String container) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void removeVolume(String name) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {
	}

}
