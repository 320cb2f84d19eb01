package com.headjack.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * The engines that a user can choose.
 */
public enum RuntimeName {

	/**
	 * The first engine that answers.
	 */
	AUTO,

	/**
	 * Docker.
	 */
	DOCKER,

	/**
	 * Podman.
	 */
	PODMAN;

	/**
	 * Reads a name.
	 * @param text the name
	 * @return the engine
	 * @throws HeadjackException if there is no such engine
	 */
	public static RuntimeName parse(String text) {
		return Arrays.stream(values())
			.filter((name) -> name.toString().equals(text))
			.findFirst()
			.orElseThrow(() -> new HeadjackException(FailureKind.MISUSED, "runtime.name is \"" + text + "\"",
					"set it to auto, docker or podman"));
	}

	/**
	 * Lists the names.
	 * @return the names as a user writes them
	 */
	public static List<String> all() {
		return Arrays.stream(values()).map(RuntimeName::toString).toList();
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
