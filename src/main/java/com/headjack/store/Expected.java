package com.headjack.store;

import org.jspecify.annotations.Nullable;

/**
 * What a caller expects in a store that it changes.
 */
public sealed interface Expected {

	/**
	 * Anything, or nothing: the caller wins.
	 * @return the expectation
	 */
	static Expected anything() {
		return new Anything();
	}

	/**
	 * Nothing of this name.
	 * @return the expectation
	 */
	static Expected absent() {
		return new Absent();
	}

	/**
	 * The very secret that was found.
	 * @param revision its revision
	 * @return the expectation
	 */
	static Expected unchanged(Revision revision) {
		return new Unchanged(revision);
	}

	/**
	 * Whether it is met.
	 * @param found the revision of what is there, or {@code null} for nothing
	 * @return whether it is
	 */
	default boolean isMetBy(@Nullable Revision found) {
		return switch (this) {
			case Anything() -> true;
			case Absent() -> found == null;
			case Unchanged(Revision revision) -> revision.equals(found);
		};
	}

	/**
	 * Anything, or nothing.
	 */
	record Anything() implements Expected {

	}

	/**
	 * Nothing.
	 */
	record Absent() implements Expected {

	}

	/**
	 * A secret that has not changed.
	 *
	 * @param revision its revision
	 */
	record Unchanged(Revision revision) implements Expected {

	}

}
