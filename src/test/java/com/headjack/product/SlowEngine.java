package com.headjack.product;

import java.io.IOException;
import java.time.Duration;

/**
 * The real engine behind a socket at which everybody has to wait.
 */
final class SlowEngine extends EngineProxy {

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

}
