package com.headjack.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Whether the JDK took the cache that makes hjk start faster. It says nothing where a
 * cache does not fit; on Linux the process's mapped files tell.
 */
final class CacheCheck implements Check {

	private static final String REMEDY = "make it anew: './mvnw package' with the Java that runs hjk";

	private final @Nullable String cache;

	private final Path mappedFiles;

	/**
	 * Creates the check.
	 * @param cache the cache's file as the launcher gave it to Java, or {@code null}
	 * @param mappedFiles the list of the process's mapped files, which may not exist
	 */
	CacheCheck(@Nullable String cache, Path mappedFiles) {
		this.cache = cache;
		this.mappedFiles = mappedFiles;
	}

	@Override
	public String name() {
		return "start-up cache";
	}

	@Override
	public List<Diagnostic> run() {
		if (this.cache == null || this.cache.isBlank()) {
			return List.of(Diagnostic.warning(name(), "there is none: hjk starts slower", REMEDY));
		}
		if (!isMapped(this.cache)) {
			return List.of(Diagnostic.warning(name(), "Java does not take %s: hjk starts slower".formatted(this.cache),
					REMEDY));
		}
		return List.of(Diagnostic.ok(name(), this.cache));
	}

	private boolean isMapped(String file) {
		try (Stream<String> lines = Files.lines(this.mappedFiles)) {
			return lines.anyMatch((line) -> line.endsWith(file));
		}
		catch (IOException _) {
			// No such list on this system: the launcher's word has to do.
			return true;
		}
	}

}
