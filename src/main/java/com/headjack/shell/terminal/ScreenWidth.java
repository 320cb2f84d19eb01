package com.headjack.shell.terminal;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The width of the user's terminal, which changes at any time.
 */
final class ScreenWidth {

	private static final long FRESH = Duration.ofSeconds(1).toNanos();

	private final Supplier<String> size;

	private OptionalInt columns = OptionalInt.empty();

	private long asked;

	/**
	 * Creates a width.
	 * @param size asks for the number of rows and columns
	 */
	ScreenWidth(Supplier<String> size) {
		this.size = size;
	}

	/**
	 * The width where there is no terminal.
	 */
	static ScreenWidth none() {
		return new ScreenWidth(() -> "");
	}

	/**
	 * Returns the columns that there are.
	 * @return the number, at most a second old, or empty if it is unknown
	 */
	synchronized OptionalInt columns() {
		long now = System.nanoTime();
		if (this.asked == 0 || now - this.asked > FRESH) {
			this.columns = parse(this.size.get().strip());
			this.asked = now;
		}
		return this.columns;
	}

	/**
	 * A terminal that nobody has told its size says that it is 0.
	 */
	private static OptionalInt parse(String size) {
		return size.matches("\\d{1,5} [1-9]\\d{0,4}")
				? OptionalInt.of(Integer.parseInt(size.substring(size.indexOf(' ') + 1))) : OptionalInt.empty();
	}

}
