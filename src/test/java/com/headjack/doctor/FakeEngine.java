package com.headjack.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerSpec;
import com.headjack.engine.ContainerState;
import com.headjack.engine.EngineException;
import com.headjack.engine.EngineUnavailableException;
import com.headjack.engine.EngineVersion;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.engine.ExecStreams;
import com.headjack.engine.ExecTerminal;
import com.headjack.engine.Image;

/**
 * An engine that has one image, and remembers which containers are there.
 */
final class FakeEngine implements ContainerEngine {

	final List<String> containers = new ArrayList<>();

	boolean answers = true;

	boolean starts = true;

	ExecResult result = new ExecResult(0, "", "");

	@Override
	public EngineVersion version() {
		requireAnswer();
		return new EngineVersion("docker", "1.2", "unix:///sample.sock");
	}

	@Override
	public Optional<Image> findImage(String image) {
		requireAnswer();
		return image.equals("sample") ? Optional.of(new Image("sha256:1", "")) : Optional.empty();
	}

	@Override
	public String create(ContainerSpec spec) {
		this.containers.add(spec.name());
		return spec.name();
	}

	@Override
	public void start(String container) {
		if (!this.starts) {
			throw new EngineException("it does not start", null, null);
		}
	}

	@Override
	public void remove(String container) {
		this.containers.remove(container);
	}

	@Override
	public ExecResult exec(String container, ExecRequest request) {
		return this.result;
	}

	@Override
	public Image pull(String image) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void stop(String container, Duration grace) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<ContainerState> list(Map<String, String> labels) {
		throw new UnsupportedOperationException();
	}

	@Override
	public int stream(String container, ExecRequest request, ExecStreams streams) {
		throw new UnsupportedOperationException();
	}

	@Override
	public OptionalInt interact(String container, ExecRequest request, ExecTerminal terminal) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {
	}

	private void requireAnswer() {
		if (!this.answers) {
			throw new EngineUnavailableException("no engine answers", "start one", null);
		}
	}

}
