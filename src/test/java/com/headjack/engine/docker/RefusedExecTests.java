package com.headjack.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.EngineException;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecStreams;
import com.headjack.engine.TestTerminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An engine that creates a program, refuses to start it, and keeps the connection open,
 * as where the container stops between the two.
 */
@Timeout(60)
class RefusedExecTests {

	private static final String REASON = "{\"message\":\"container is not running\"}";

	@TempDir
	Path folder;

	private ScriptedDaemon daemon;

	private DockerContainerEngine engine;

	private String refusal = "HTTP/1.1 409 Conflict\r\nContent-Type: application/json\r\nContent-Length: "
			+ REASON.length() + "\r\n\r\n" + REASON;

	@BeforeEach
	void listen() throws IOException {
		this.daemon = new ScriptedDaemon(this.folder, Duration.ofSeconds(30), this::answer);
		this.engine = this.daemon.engine();
	}

	@AfterEach
	void close() throws IOException {
		this.daemon.close();
	}

	@Test
	void streamWhenItsInputStaysOpenDoesNotWaitForItsEndAndReadsNothing() throws IOException {
		try (PipedOutputStream typed = new PipedOutputStream(); InputStream input = new PipedInputStream(typed)) {
			typed.write('x');
			assertThatExceptionOfType(ContainerNotRunningException.class)
				.isThrownBy(() -> this.engine.stream("0123456789abcdef", ExecRequest.of(List.of("cat")),
						new ExecStreams(input, OutputStream.nullOutputStream(), OutputStream.nullOutputStream())));
			assertThat(input.available()).isEqualTo(1);
		}
	}

	@Test
	void interactDoesNotWaitForTheTerminal() {
		assertThatExceptionOfType(ContainerNotRunningException.class).isThrownBy(
				() -> this.engine.interact("0123456789abcdef", ExecRequest.of(List.of("sh")), new TestTerminal()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "HTTP/1.1 500 Oops\r\n\r\n", "HTTP/1.1 500 Oops\r\nTransfer-Encoding: chunked\r\n\r\n",
			"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n" })
	void streamWhenNoReasonIsToldFailsAllTheSame(String answer) throws IOException {
		this.refusal = answer;
		try (PipedOutputStream typed = new PipedOutputStream(); InputStream input = new PipedInputStream(typed)) {
			assertThatExceptionOfType(EngineException.class)
				.isThrownBy(() -> this.engine.stream("0123456789abcdef", ExecRequest.of(List.of("cat")),
						new ExecStreams(input, OutputStream.nullOutputStream(), OutputStream.nullOutputStream())))
				.withMessage("the engine refused to run \"cat\" in container 0123456789ab (status 500)");
		}
	}

	private String answer(String request) {
		return request.contains("/start ") ? this.refusal
				: "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 13\r\n\r\n{\"Id\":\"exec\"}";
	}

}
