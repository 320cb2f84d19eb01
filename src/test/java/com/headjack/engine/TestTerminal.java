package com.headjack.engine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * A terminal without a person.
 */
public final class TestTerminal implements ExecTerminal {

	private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

	private final PipedInputStream input = new PipedInputStream(65536);

	private final PipedOutputStream keys;

	private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

	private final List<Consumer<TerminalSize>> listeners = new CopyOnWriteArrayList<>();

	/**
	 * Creates a terminal at which nothing is typed yet.
	 */
	public TestTerminal() {
		try {
			this.keys = new PipedOutputStream(this.input);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Types.
	 * @param text the keys
	 */
	public void type(String text) {
		try {
			this.keys.write(text.getBytes(StandardCharsets.UTF_8));
			this.keys.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Waits until something is shown.
	 * @param text what is looked for in all that was shown
	 */
	public void await(String text) {
		long start = System.nanoTime();
		while (!shown().contains(text)) {
			if (System.nanoTime() - start > PATIENCE) {
				throw new AssertionError("\"" + text + "\" is not in: " + shown());
			}
			LockSupport.parkNanos(10_000_000);
		}
	}

	/**
	 * Goes away.
	 */
	public void leave() {
		try {
			this.keys.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Becomes another size.
	 * @param rows its height
	 * @param columns its width
	 */
	public void resize(int rows, int columns) {
		this.listeners.forEach((listener) -> listener.accept(new TerminalSize(rows, columns)));
	}

	/**
	 * All that was shown.
	 * @return the text
	 */
	public String shown() {
		return this.screen.toString(StandardCharsets.UTF_8);
	}

	@Override
	public InputStream input() {
		return this.input;
	}

	@Override
	public OutputStream output() {
		return this.screen;
	}

	@Override
	public String type() {
		return "xterm";
	}

	@Override
	public boolean trueColor() {
		return false;
	}

	@Override
	public TerminalSize size() {
		return new TerminalSize(24, 80);
	}

	@Override
	public void onResize(Consumer<TerminalSize> listener) {
		this.listeners.add(listener);
	}

}
