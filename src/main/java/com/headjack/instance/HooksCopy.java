package com.headjack.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads a folder of hooks on the host, if it is small enough to be one.
 */
final class HooksCopy {

	private static final int DEPTH = 4;

	private static final int COUNT = 200;

	static final int SIZE = 4 * 1024 * 1024;

	private HooksCopy() {
	}

	/**
	 * Reads the files of a folder. Hidden files and links out of the folder's hooks are
	 * left out.
	 * @param folder the folder
	 * @return the files by their names in the folder, or empty if it is too large or
	 * cannot be read
	 */
	static Optional<Map<String, Path>> of(Path folder) {
		Map<String, Path> files = new TreeMap<>();
		long size = 0;
		try (Stream<Path> paths = Files.walk(folder, DEPTH)) {
			for (Path file : (Iterable<Path>) paths.filter((path) -> shown(folder, path))::iterator) {
				if (wanted(folder, file)) {
					files.put(folder.relativize(file).toString(), file);
					size += Files.size(file);
				}
				if (files.size() > COUNT || size > SIZE) {
					return Optional.empty();
				}
			}
			return Optional.of(files);
		}
		catch (IOException | UncheckedIOException ex) {
			return Optional.empty();
		}
	}

	private static boolean shown(Path folder, Path file) {
		for (Path part : folder.relativize(file)) {
			if (part.toString().startsWith(".")) {
				return false;
			}
		}
		return true;
	}

	/**
	 * A link may lead anywhere if it is a program at the top, as hooks are.
	 */
	private static boolean wanted(Path folder, Path file) throws IOException {
		if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
			return false;
		}
		boolean inside = file.toRealPath().startsWith(folder.toRealPath());
		return inside || (folder.equals(file.getParent()) && Files.isExecutable(file));
	}

}
