package com.headjack.engine.docker;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.EngineException;
import com.headjack.engine.EngineRecords.FileChange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What an engine says while it removes a container.
 */
class DockerRecordsTests {

	private static final String FAILED = answer("500 Oops", "{\"message\":\"layer does not exist\"}");

	private static final String REMOVING = answer("200 OK", "{\"State\":{\"Status\":\"removing\"}}");

	private static final String RUNNING = answer("200 OK", "{\"State\":{\"Status\":\"running\"}}");

	private static final String CHANGES = answer("200 OK", "[{\"Path\":\"/root\",\"Kind\":0}]");

	@TempDir
	Path folder;

	private final Deque<String> changes = new ArrayDeque<>();

	private String state = RUNNING;

	private ScriptedDaemon daemon;

	private DockerRecords records;

	@BeforeEach
	void listen() throws IOException {
		this.daemon = new ScriptedDaemon(this.folder, Duration.ofSeconds(30),
				(request) -> request.contains("/json") ? this.state : next());
		this.records = new DockerRecords(this.daemon.connection());
	}

	@AfterEach
	void close() throws IOException {
		this.daemon.close();
	}

	private String next() {
		return (this.changes.size() > 1) ? this.changes.removeFirst() : this.changes.getFirst();
	}

	@Test
	void aContainerThatIsRemovedHoldsNothing() {
		this.changes.add(FAILED);
		this.state = REMOVING;
		assertThatNoneIsThere();
		this.state = answer("404 Not Found", "{}");
		assertThatNoneIsThere();
	}

	private void assertThatNoneIsThere() {
		assertThatExceptionOfType(ContainerNotRunningException.class).isThrownBy(() -> this.records.changes("a"));
		assertThat(this.records.files("a", "/b", OutputStream.nullOutputStream())).isFalse();
	}

	@Test
	void anEngineThatFailsForAMomentIsAskedAgain() {
		this.changes.addAll(List.of(FAILED, FAILED, CHANGES));
		assertThat(this.records.changes("a")).containsExactly(new FileChange("/root", false));
	}

	@Test
	void anEngineThatFailsIsTold() {
		this.changes.add(FAILED);
		assertThatExceptionOfType(EngineException.class).isThrownBy(() -> this.records.changes("a"))
			.withMessage("the engine refused to tell it (status 500)");
		this.state = FAILED;
		assertThatExceptionOfType(EngineException.class)
			.isThrownBy(() -> this.records.files("a", "/b", OutputStream.nullOutputStream()))
			.withMessage("the engine refused to tell it (status 500)");
	}

	private static String answer(String status, String body) {
		return "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n%s".formatted(status,
				body.length(), body);
	}

}
