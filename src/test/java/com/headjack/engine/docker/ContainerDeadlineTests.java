package com.headjack.engine.docker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.ContainerUnresponsiveException;
import com.headjack.engine.EngineUnavailableException;
import com.headjack.engine.ExecRequest;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * An engine that answers, but for questions about a container that holds it up.
 */
@Timeout(60)
class ContainerDeadlineTests {

	private static final String CONTAINER = "0123456789abcdef";

	@TempDir
	Path folder;

	private ScriptedDaemon daemon;

	private DockerContainerEngine engine;

	private boolean pings = true;

	@BeforeEach
	void listen() throws IOException {
		this.daemon = new ScriptedDaemon(this.folder, Duration.ofSeconds(1), this::answer);
		this.engine = this.daemon.engine();
	}

	@AfterEach
	void close() throws IOException {
		this.daemon.close();
	}

	@Test
	void removeOfAContainerThatCannotBeKilledSaysHowItCan() {
		assertUnresponsive(() -> this.engine.remove(CONTAINER), "container 0123456789ab did not end within 1 s",
				"end it as root where the engine runs, with 'sudo pkill -KILL -f 0123456789ab', and try again");
	}

	@Test
	void execInAContainerThatTakesNoProgramSaysSo() {
		assertUnresponsive(() -> this.engine.exec(CONTAINER, ExecRequest.of(List.of("true"))),
				"container 0123456789ab did not start a program within 1 s", "");
	}

	@Test
	void execWhenTheEngineIsMuteTellsOfTheEngine() {
		this.pings = false;
		assertThatExceptionOfType(EngineUnavailableException.class)
			.isThrownBy(() -> this.engine.exec(CONTAINER, ExecRequest.of(List.of("true"))))
			.withMessageEndingWith("did not answer within 1 s");
	}

	private static void assertUnresponsive(ThrowingCallable call, String message, String remedy) {
		assertThatExceptionOfType(ContainerUnresponsiveException.class).isThrownBy(call)
			.withMessage(message)
			.returns(remedy, (ex) -> ex.remedy().orElse(""));
	}

	private String answer(String request) {
		return (this.pings && request.contains("/_ping")) ? "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK" : "";
	}

}
