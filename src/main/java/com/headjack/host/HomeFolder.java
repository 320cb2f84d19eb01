package com.headjack.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * Finds the user's home folder.
 */
final class HomeFolder {

	private static final Path NONE = Path.of("");

	private HomeFolder() {
	}

	/**
	 * Finds the home folder.
	 * @param variables the environment variables
	 * @param registered the folder that the system has registered for the user
	 * @return the folder of {@code HOME}, or if that is not set the registered one; an
	 * empty path if it is not absolute
	 */
	static Path of(OperatingSystem system, Map<String, String> variables, String registered) {
		String home = variables.getOrDefault(KnownVariable.HOME.key(), "");
		boolean foreign = system == OperatingSystem.WINDOWS && !absolute(home);
		return Stream.of((home.isEmpty() || foreign) ? registered : home)
			.filter(HomeFolder::absolute)
			.map(Path::of)
			.findFirst()
			.orElse(NONE);
	}

	private static boolean absolute(String folder) {
		return SystemText.flaw(folder).isEmpty() && Path.of(folder).isAbsolute();
	}

	static Path require(Path home) {
		if (home.equals(NONE)) {
			throw new HeadjackException(FailureKind.UNAVAILABLE,
					"there is no home folder: HOME is not an absolute path in UTF-8", "set HOME to your home folder");
		}
		return home;
	}

}
