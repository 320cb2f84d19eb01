package com.headjack.shell.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

	static ApplicationVersion read() {
		Properties build = properties("/META-INF/build-info.properties");
		Properties git = properties("/git.properties");
		return new ApplicationVersion(build.getProperty("build.version", "unknown"),
				git.getProperty("git.commit.id.abbrev", "unknown"), build.getProperty("build.time", "unknown"));
	}

	private static Properties properties(String resource) {
		Properties properties = new Properties();
		try (@Nullable
		InputStream stream = ApplicationVersion.class.getResourceAsStream(resource)) {
			if (stream != null) {
				properties.load(stream);
			}
			return properties;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
