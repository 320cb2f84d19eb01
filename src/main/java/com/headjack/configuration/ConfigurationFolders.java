package com.headjack.configuration;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;

/**
 * The folders of configuration files, that of the user first.
 *
 * @param folders the folders
 */
record ConfigurationFolders(List<Path> folders) {

	private static final String VALID = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

	private static final String BEGINNING = "config-";

	private static final String ENDING = ".yaml";

	static ConfigurationFolders of(HostEnvironment host) {
		List<Path> folders = new ArrayList<>();
		folders.add(HostPaths.of(host).configuration());
		String home = System.getProperty("headjack.home");
		if (home != null) {
			folders.add(Path.of(home, "config"));
		}
		return new ConfigurationFolders(folders);
	}

	Stream<Path> files() {
		return files("config" + ENDING);
	}

	/**
	 * Returns the files that look like configuration files and are none.
	 */
	Stream<Path> misnamed() {
		return files("config.yml").filter(Files::exists);
	}

	private Stream<Path> files(String name) {
		return this.folders.stream().map((folder) -> folder.resolve(name));
	}

	/**
	 * Returns the files of a profile.
	 * @throws HeadjackException if there is none
	 */
	Stream<Path> profile(String name) {
		String file = BEGINNING + name + ENDING;
		if (!name.matches(VALID) || files(file).noneMatch((path) -> Files.exists(path) || Files.isSymbolicLink(path))) {
			throw unknown(name);
		}
		return files(file);
	}

	private HeadjackException unknown(String name) {
		SequencedSet<String> names = names();
		return new HeadjackException(FailureKind.MISUSED, "unknown profile \"" + ValueReader.shortened(name) + "\"",
				"the profiles are: " + String.join(", ", names) + "; a file config-NAME.yaml in "
						+ this.folders.getFirst() + " makes another");
	}

	private SequencedSet<String> names() {
		SequencedSet<String> names = new TreeSet<>();
		for (Path folder : this.folders) {
			try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, BEGINNING + "*" + ENDING)) {
				files.forEach((file) -> names.add(name(file)));
			}
			catch (IOException _) {
				// A folder that cannot be listed has no profiles to choose from.
			}
		}
		return names;
	}

	private static String name(Path file) {
		String name = file.getFileName().toString();
		return name.substring(BEGINNING.length(), name.length() - ENDING.length());
	}

}
