package com.headjack.process;

import java.time.Duration;

/**
 * How long a program may run. A program that works is given more time than one that waits
 * for a file, such as a pipe that nobody writes.
 *
 * @param total the longest time
 * @param idle the longest time without any work, unless the program has started others
 */
public record Deadline(Duration total, Duration idle) {

	/**
	 * The deadline of a program that answers a question.
	 */
	public static final Deadline DEFAULT = new Deadline(Duration.ofMinutes(2), Duration.ofSeconds(10));

	/**
	 * The deadline of a program that writes many files or gets them from elsewhere.
	 */
	public static final Deadline LONG = new Deadline(Duration.ofHours(2), Duration.ofSeconds(10));

}
