package com.headjack.product;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The real engine behind a socket at which everybody has to wait, and some longer than a
 * fast machine takes to create a container.
 */
final class SlowEngine extends EngineProxy {

	/**
	 * Longer than a step that shows no progress.
	 */
	private static final Duration NOTICED = Duration.ofMillis(500);

	private final Duration delay;

	private SlowEngine(Duration delay) throws IOException {
		this.delay = delay;
	}

	static SlowEngine after(Duration delay) throws IOException {
		SlowEngine engine = new SlowEngine(delay);
		engine.listen();
		return engine;
	}

	@Override
	void connected() throws InterruptedException {
		Thread.sleep(this.delay);
	}

	@Override
	void sent(ByteBuffer part) {
		if (StandardCharsets.ISO_8859_1.decode(part).toString().contains("/containers/create?")) {
			LockSupport.parkNanos(NOTICED.toNanos());
		}
	}

}
