package com.headjack.renewal;

import java.util.Map;

import com.headjack.secret.Secret;

/**
 * What a container has in the files of a login.
 */
sealed interface Found extends AutoCloseable {

	/**
	 * What hjk gave, or nothing that hjk gave.
	 */
	record Unchanged() implements Found {
	}

	/**
	 * Nothing that can be a login.
	 *
	 * @param outcome what it is
	 */
	record Odd(Renewed.Outcome outcome) implements Found {
	}

	/**
	 * Other content.
	 *
	 * @param contents the content of all files, by path below the home folder
	 */
	record Changed(Map<String, Secret> contents) implements Found {

		@Override
		public void close() {
			this.contents.values().forEach(Secret::close);
		}

	}

	@Override
	default void close() {
	}

}
