package com.headjack.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at the host's list of processes again and again, until it is closed.
 */
final class ProcessWatch implements AutoCloseable {

	private final AtomicInteger samples = new AtomicInteger();

	private final AtomicInteger finds = new AtomicInteger();

	private final Thread thread = Thread.ofPlatform().daemon().unstarted(this::watch);

	private volatile boolean closed;

	static ProcessWatch start() {
		ProcessWatch watch = new ProcessWatch();
		watch.thread.start();
		return watch;
	}

	void assertNoSecretSeen() {
		assertThat(this.samples).as("samples").hasValueGreaterThan(5);
		assertThat(this.finds).as("samples with a secret").hasValue(0);
	}

	private void watch() {
		while (!this.closed) {
			String list = list();
			if (list.contains("hjk") || list.contains("headjack")) {
				this.samples.incrementAndGet();
			}
			if (Canary.isIn(list)) {
				this.finds.incrementAndGet();
			}
		}
	}

	private static String list() {
		try {
			Process process = new ProcessBuilder("ps", "-efww").start();
			process.getOutputStream().close();
			return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.closed = true;
		try {
			this.thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
