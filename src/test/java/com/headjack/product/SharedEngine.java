package com.headjack.product;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.jspecify.annotations.Nullable;

/**
 * The engines that many tests share, since they are slow to start.
 */
final class SharedEngine {

	private static @Nullable ScratchEngine hardened;

	private SharedEngine() {
	}

	/**
	 * Returns the hardened engine, and starts it if necessary.
	 * @return the engine, closed when the tests end
	 */
	static synchronized ScratchEngine hardened() throws IOException {
		ScratchEngine engine = hardened;
		if (engine == null) {
			engine = ScratchEngine.hardened();
			Runtime.getRuntime().addShutdownHook(new Thread(closing(engine)));
			hardened = engine;
		}
		return engine;
	}

	private static Runnable closing(ScratchEngine engine) {
		return () -> {
			try {
				engine.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		};
	}

}
