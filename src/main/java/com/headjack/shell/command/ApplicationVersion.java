package com.headjack.shell.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/**
 * What the build says of itself.
 *
 * @param number the version
 * @param commit the commit that was built, shortened
 * @param built when it was built
 */
record ApplicationVersion(String number, String commit, String built) {

	/**
	 * Reads what the build wrote.
	 * @param home where hjk is installed, or {@code null} if that is not known: files
	 * there are read faster than those in the jar
	 */
	static ApplicationVersion read(@Nullable String home) {
		Properties build = properties(home, "META-INF/build-info.properties");
		Properties git = properties(home, "git.properties");
		return new ApplicationVersion(build.getProperty("build.version", "unknown"),
				git.getProperty("git.commit.id.abbrev", "unknown"), build.getProperty("build.time", "unknown"));
	}

	private static Properties properties(@Nullable String home, String resource) {
		Properties properties = new Properties();
		try (InputStream stream = open(home, resource)) {
			properties.load(stream);
			return properties;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static InputStream open(@Nullable String home, String resource) throws IOException {
		if (home != null) {
			Path installed = Path.of(home, "lib").resolve(Path.of(resource).getFileName());
			if (Files.exists(installed)) {
				return Files.newInputStream(installed);
			}
		}
		return Objects.requireNonNullElseGet(ApplicationVersion.class.getResourceAsStream("/" + resource),
				InputStream::nullInputStream);
	}

}
