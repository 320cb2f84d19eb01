package com.headjack.resident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import com.headjack.wire.Hello;

/**
 * The files that hjk was started from.
 *
 * @param home the folder that they are in
 * @param build what identifies them
 */
record Installation(Path home, String build) {

	/**
	 * Finds them.
	 * @param home the folder that the launcher tells
	 * @return the installation, or empty if there is none, as in a build
	 */
	static Optional<Installation> in(String home) {
		return home.isEmpty() ? Optional.empty()
				: read(Path.of(home)).map((build) -> new Installation(Path.of(home), build));
	}

	private static Optional<String> read(Path home) {
		try {
			return Optional.of(Files.readString(home.resolve("lib/build")).strip())
				.filter((build) -> build.matches("[0-9A-Za-z.-]{1,64}"));
		}
		catch (IOException _) {
			return Optional.empty();
		}
	}

	Path launcher() {
		return this.home.resolve("bin/hjk");
	}

	boolean is(Hello hello) {
		return this.build.equals(hello.build()) && this.home.toString().equals(hello.home());
	}

	/**
	 * Whether the files are still the same.
	 */
	boolean current() {
		return read(this.home).filter(this.build::equals).isPresent();
	}

}
