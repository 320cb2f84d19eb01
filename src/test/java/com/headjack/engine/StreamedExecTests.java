package com.headjack.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StreamedExecTests {

	private final InMemoryEngine engine = new InMemoryEngine();

	private String container = "";

	@BeforeEach
	void start() {
		this.container = this.engine.create(new ContainerSpec("c", InMemoryEngine.IMAGE, "0:0", "/",
				List.of("sleep", "600"), Map.of(), Map.of(), List.of(), RuntimeOptions.none()));
		this.engine.start(this.container);
	}

	@AfterEach
	void close() {
		this.engine.close();
	}

	private StreamedExec within(Duration idle) {
		return new StreamedExec(this.engine, this.container, idle, Duration.ofSeconds(20));
	}

	private static ExecRequest script(String text) {
		return ExecRequest.script(text, List.of());
	}

	@Test
	void runPassesBytesAndTellsTheEnd() {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		StreamedExec exec = within(Duration.ofMinutes(1));
		int code = exec.run("answer", script("cat; echo first >&2; echo last >&2; exit 3"),
				new ByteArrayInputStream("input".getBytes(StandardCharsets.UTF_8)), output);
		assertThat(code).isEqualTo(3);
		assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("input");
		assertThat(exec.reason()).contains("last");
	}

	@Test
	void reasonIsTheErrorAmongOtherLines() {
		StreamedExec exec = within(Duration.ofMinutes(1));
		assertThat(exec.reason()).isEmpty();
		exec.run("answer", script("echo first >&2; echo fatal: no >&2; echo last >&2"), InputStream.nullInputStream(),
				OutputStream.nullOutputStream());
		assertThat(exec.reason()).contains("fatal: no");
	}

	@Test
	void runOfAProgramThatSaysNothingEnds() {
		assertThatExceptionOfType(ContainerUnresponsiveException.class)
			.isThrownBy(() -> within(Duration.ofMillis(300)).run("answer", script("sleep 600"),
					InputStream.nullInputStream(), OutputStream.nullOutputStream()))
			.withMessageContaining("did not answer");
	}

	@Test
	void runOfAProgramWithoutAnEndEnds() {
		StreamedExec exec = new StreamedExec(this.engine, this.container, Duration.ofMillis(100),
				Duration.ofSeconds(1));
		assertThatExceptionOfType(ContainerUnresponsiveException.class).isThrownBy(() -> exec.run("answer",
				script("while :; do echo x; done"), InputStream.nullInputStream(), OutputStream.nullOutputStream()));
	}

	@Test
	void runThrowsWhatItsOutputThrows() {
		assertThatExceptionOfType(EngineException.class)
			.isThrownBy(() -> within(Duration.ofMinutes(1)).run("answer", script("while :; do echo 0123456789; done"),
					InputStream.nullInputStream(), StreamedExec.text(new ByteArrayOutputStream())))
			.withMessageContaining("more than 1 MiB");
		assertThatExceptionOfType(EngineException.class)
			.isThrownBy(
					() -> within(Duration.ofMinutes(1)).run("answer", script("while :; do echo 0123456789 >&2; done"),
							InputStream.nullInputStream(), OutputStream.nullOutputStream()))
			.withMessageContaining("more than 1 MiB");
	}

	@Test
	void runFailsAsTheEngineDoes() {
		this.engine.stop(this.container, Duration.ZERO);
		assertThatExceptionOfType(ContainerNotRunningException.class).isThrownBy(() -> within(Duration.ofMinutes(1))
			.run("answer", script("exit 0"), InputStream.nullInputStream(), OutputStream.nullOutputStream()));
	}

}
