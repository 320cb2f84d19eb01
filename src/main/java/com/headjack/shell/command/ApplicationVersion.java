package com.headjack.shell.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/**
 * The version of this build.
 *
 * @param number the version number
 * @param commit the abbreviated hash of the built commit
 * @param built the build date
 */
record ApplicationVersion(String number, String commit, String built) {

	/**
	 * Reads the version from the build's files.
	 * @param home the folder where hjk is installed, or {@code null} if unknown: files
	 * there are faster to read than those in the jar
	 */
	static ApplicationVersion read(@Nullable String home) {
		Properties build = properties(home, "META-INF/build-info.properties");
		Properties git = properties(home, "git.properties");
		return new ApplicationVersion(build.getProperty("build.version", "unknown"),
				git.getProperty("git.commit.id.abbrev", "unknown"), build.getProperty("build.time", "unknown"));
	}

	/**
	 * The version as the members of a JSON object.
	 */
	Map<String, String> members() {
		Map<String, String> members = new LinkedHashMap<>();
		members.put("version", this.number);
		members.put("commit", this.commit);
		members.put("built", this.built);
		return members;
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
