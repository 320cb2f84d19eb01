package com.headjack.resident;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Output;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(30)
class LoginWatchTests {

	private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

	private final LoginWatch watch = new LoginWatch(this::run, new ClientErrors(new ByteArrayOutputStream()), 1);

	private int run(List<String> words, HostEnvironment host, Console console, Output output) {
		output.result("is read by nobody");
		this.events.add("%s for %s, attended %s, password %s".formatted(String.join(" ", words),
				host.variable(KnownVariable.DOCKER_HOST).orElse(""), host.attended(),
				host.variable(KnownVariable.HEADJACK_KEYRING_PASSWORD).isPresent()));
		try {
			TimeUnit.SECONDS.sleep(20);
		}
		catch (InterruptedException _) {
			this.events.add("interrupted");
		}
		return 130;
	}

	@Test
	void followRunsTheCommandForTheLastUserOneAtATime() throws InterruptedException {
		this.watch.start();
		assertThat(this.events.poll(100, TimeUnit.MILLISECONDS)).isNull();
		this.watch.follow(host("one"));
		assertThat(this.events.take()).isEqualTo("auth sync --watch for one, attended false, password false");
		this.watch.follow(host("two"));
		assertThat(this.events.take()).isEqualTo("interrupted");
		assertThat(this.events.take()).isEqualTo("auth sync --watch for two, attended false, password false");
	}

	private static HostEnvironment host(String engine) {
		return HostEnvironment.of(
				Map.of("HOME", "/nowhere", "DOCKER_HOST", engine, "HEADJACK_KEYRING_PASSWORD", "FAKE-CANARY"),
				Path.of("/"), null);
	}

}
