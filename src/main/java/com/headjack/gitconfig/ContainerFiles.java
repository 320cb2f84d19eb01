package com.headjack.gitconfig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The files of git's configuration in a container.
 */
public final class ContainerFiles {

	/**
	 * The folder that holds them. A container can only read it.
	 */
	public static final String FOLDER = "/etc/headjack/git";

	/**
	 * The name of the file with the user's settings.
	 */
	public static final String CONFIGURATION = "config";

	/**
	 * The name of the file with the repository's settings, in a container that has a copy
	 * of the repository.
	 */
	public static final String REPOSITORY = "repository";

	/**
	 * The name of the script that runs in place of filters and drivers.
	 */
	public static final String DRIVER = "driver.sh";

	/**
	 * The name of the folder of hooks.
	 */
	public static final String HOOKS = "hooks";

	private ContainerFiles() {
	}

	/**
	 * Returns the script that runs in place of filters and drivers.
	 * @return its text
	 */
	public static String driver() {
		return resource(DRIVER);
	}

	static String resource(String name) {
		try (InputStream stream = Objects.requireNonNull(ContainerFiles.class.getResourceAsStream(name))) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String path(String name) {
		return FOLDER + "/" + name;
	}

}
