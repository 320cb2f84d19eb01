package com.headjack.product;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.jspecify.annotations.Nullable;

/**
 * The engines that many tests share, since they are slow to start.
 */
public final class SharedEngine {

	private static @Nullable ScratchEngine hardened;

	private static @Nullable ScratchEngine podman;

	private SharedEngine() {
	}

	/**
	 * Returns the hardened engine, and starts it if necessary.
	 * @return the engine, closed when the tests end
	 */
	static synchronized ScratchEngine hardened() throws IOException {
		ScratchEngine engine = hardened;
		if (engine == null) {
			engine = closedAtTheEnd(ScratchEngine.hardened());
			hardened = engine;
		}
		return engine;
	}

	/**
	 * Returns Podman as root starts it, and starts it if necessary.
	 * @return the engine, closed when the tests end
	 * @throws IOException if its folder cannot be made
	 */
	public static synchronized ScratchEngine podman() throws IOException {
		ScratchEngine engine = podman;
		if (engine == null) {
			engine = closedAtTheEnd(ScratchEngine.podman());
			podman = engine;
		}
		return engine;
	}

	private static ScratchEngine closedAtTheEnd(ScratchEngine engine) {
		Runtime.getRuntime().addShutdownHook(new Thread(closing(engine)));
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
