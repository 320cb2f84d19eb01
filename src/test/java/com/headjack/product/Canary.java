package com.headjack.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A mark that stands in every sample secret, new for each run of the tests, and the forms
 * in which it would show itself.
 */
final class Canary {

	static final String MARK = "CANARY-" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);

	private static final String KNOWN = "known-text-on-the-disk";

	private static final List<String> FORMS = Stream
		.concat(Stream.of(MARK), IntStream.range(0, 3).mapToObj(Canary::encoded))
		.toList();

	private Canary() {
	}

	/**
	 * Makes a key as long as Anthropic's, with the mark in it.
	 * @param beginning its first characters
	 */
	static String key(String beginning) {
		return (beginning + "FAKE-" + MARK + "-0123456789abcdefghijklmn" + "FAKE0123".repeat(10)).substring(0, 106)
				+ "AA";
	}

	static void assertAbsent(String text) {
		assertThat(isIn(text)).as("holds the secret").isFalse();
	}

	static boolean isIn(String text) {
		return FORMS.stream().anyMatch(text::contains);
	}

	/**
	 * Searches the files in a folder.
	 */
	static void assertAbsentBelow(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				assertThat(isIn(Files.readString(file, StandardCharsets.ISO_8859_1))).as("secret in " + file).isFalse();
			}
		}
	}

	/**
	 * Searches what a command writes, which has to hold a known text, since what is
	 * compressed holds nothing that could be found. The forms stand in a file: an
	 * argument would itself be found in the list of processes.
	 */
	static void assertAbsentInOutput(Hjk product, String command, String known) throws IOException {
		Path forms = Files.createTempFile("forms", ".txt");
		try {
			Files.write(forms, Stream.concat(Stream.of(known), FORMS.stream()).toList());
			String search = command + " | LC_ALL=C grep --text --fixed-strings --only-matching --file '" + forms
					+ "' | LC_ALL=C sort --unique";
			assertThat(product.tool("sh", "-c", search)).isEqualTo(known + "\n");
		}
		finally {
			Files.delete(forms);
		}
	}

	/**
	 * Searches what a container has written on its disk. Its image is older than the
	 * mark, so the layers below hold none. Where the engine keeps the layer out of sight,
	 * the whole disk is searched.
	 */
	static void assertAbsentOnDisk(Hjk product, String container) throws IOException {
		Path known = Files.createTempFile("known", ".txt");
		try {
			Files.writeString(known, KNOWN);
			product.tool("docker", "cp", "--quiet", known.toString(), container + ":/var/tmp/known");
			String layer = product
				.tool("docker", "inspect", "--format", "{{index .GraphDriver.Data \"UpperDir\"}}", container)
				.strip();
			assertAbsentInOutput(product, Files.isReadable(Path.of(layer))
					? "tar --create --directory '" + layer + "' ." : "docker export " + container, KNOWN);
		}
		finally {
			Files.delete(known);
		}
	}

	/**
	 * What all encodings have in common that begin so many bytes before the mark.
	 */
	private static String encoded(int before) {
		byte[] bytes = (" ".repeat(before) + MARK).getBytes(StandardCharsets.US_ASCII);
		int first = (before * 8 + 5) / 6;
		return Base64.getEncoder().encodeToString(bytes).substring(first, bytes.length * 8 / 6);
	}

}
