package com.headjack.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A terminal that keeps every byte it is sent, by script(1).
 *
 * @param product the product
 * @param type the type of the terminal
 */
record RawScreen(Hjk product, String type) {

	/**
	 * Runs a command of the product until it ends.
	 * @return what it wrote
	 */
	String show(String... arguments) throws IOException, InterruptedException {
		Path file = Files.createTempFile("screen", ".txt");
		List<String> words = new ArrayList<>(List.of(this.product.launcher().toString()));
		words.addAll(List.of(arguments));
		String line = words.stream()
			.map((word) -> "'" + word.replace("'", "'\\''") + "'")
			.collect(Collectors.joining(" ", "stty rows 30 cols 100; ", ""));
		ProcessBuilder builder = new ProcessBuilder("script", "-q", "-e", "-c", line, file.toString())
			.directory(this.product.repository().toFile())
			.redirectInput(ProcessBuilder.Redirect.PIPE)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.redirectError(ProcessBuilder.Redirect.DISCARD);
		this.product.settle(builder.environment());
		builder.environment().remove("TMUX");
		builder.environment().put("TERM", this.type);
		Process process = builder.start();
		assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
		String written = Files.readString(file, StandardCharsets.ISO_8859_1);
		Files.delete(file);
		// The first and the last line are script's own, and hold the command.
		return written.substring(written.indexOf('\n'), written.lastIndexOf("\nScript done"));
	}

}
