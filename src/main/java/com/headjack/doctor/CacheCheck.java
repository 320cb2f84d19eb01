package com.headjack.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Checks that the JVM uses its start-up cache. The JVM silently ignores a cache that does
 * not fit; on Linux, the list of mapped files shows whether it does.
 */
final class CacheCheck implements Check {

	private static final String REMEDY = "install hjk again, or run './mvnw package' in its checkout, with the Java that runs hjk";

	private final @Nullable String cache;

	private final Path mappedFiles;

	/**
	 * Creates the check.
	 * @param cache the cache's file as given by the launcher, or {@code null}
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
			return List.of(Diagnostic.warning(name(), "there is no cache: hjk starts more slowly", REMEDY));
		}
		if (!isMapped(this.cache)) {
			return List.of(Diagnostic.warning(name(),
					"Java does not use %s: hjk starts more slowly".formatted(this.cache), REMEDY));
		}
		return List.of(Diagnostic.ok(name(), this.cache));
	}

	private boolean isMapped(String file) {
		try (Stream<String> lines = Files.lines(this.mappedFiles)) {
			return lines.anyMatch((line) -> line.endsWith(file));
		}
		catch (IOException _) {
			// Other systems have no such list.
			return true;
		}
	}

}
