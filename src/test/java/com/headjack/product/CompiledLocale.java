package com.headjack.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Locales of the system that the tests compile for themselves, since few machines have
 * them.
 */
final class CompiledLocale {

	private CompiledLocale() {
	}

	/**
	 * Returns a folder with the Persian locale.
	 * @return the value of {@code LOCPATH}, readable by every user
	 */
	static synchronized Path persian() throws IOException {
		Path folder = Path.of(System.getProperty("java.io.tmpdir"),
				"headjack-test-locales-" + ProcessHandle.current().pid());
		if (Files.notExists(folder.resolve("fa_IR.UTF-8"))) {
			Files.createDirectories(folder);
			folder.toFile().deleteOnExit();
			compile(folder.resolve("fa_IR.UTF-8"));
		}
		return folder;
	}

	private static void compile(Path target) throws IOException {
		Process process = new ProcessBuilder("localedef", "--no-archive", "--inputfile=fa_IR", "--charmap=UTF-8",
				target.toString())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(target.resolve("LC_CTYPE")).as(output).exists();
	}

}
