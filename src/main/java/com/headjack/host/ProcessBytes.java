package com.headjack.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments and variables of this process as bytes, where Java lost some of them.
 *
 * @param folder the folder of files about this process; only Linux has one
 */
record ProcessBytes(Path folder) {

	static final ProcessBytes OF_SELF = new ProcessBytes(Path.of("/proc/self"));

	/**
	 * Decodes the arguments again if Java replaced bytes of them.
	 * @param arguments the arguments as Java decoded them
	 */
	List<String> arguments(List<String> arguments) {
		if (arguments.stream().noneMatch(SystemText::replaced)) {
			return arguments;
		}
		return read("cmdline").filter((words) -> words.size() > arguments.size())
			.map((words) -> words.subList(words.size() - arguments.size(), words.size()))
			.orElseGet(() -> arguments.stream().map(SystemText::marked).toList());
	}

	/**
	 * Decodes the variables again if Java replaced bytes of them.
	 * @param variables the variables as Java decoded them
	 * @return a copy
	 */
	Map<String, String> variables(Map<String, String> variables) {
		Map<String, String> decoded = new HashMap<>(variables);
		if (variables.values().stream().anyMatch(SystemText::replaced)) {
			decoded.replaceAll((_, value) -> SystemText.marked(value));
			read("environ").orElse(List.of()).forEach((entry) -> put(entry, decoded));
		}
		return decoded;
	}

	private static void put(String entry, Map<String, String> variables) {
		int end = entry.indexOf('=', 1);
		if (end > 0) {
			variables.replace(entry.substring(0, end), entry.substring(end + 1));
		}
	}

	/**
	 * Reads a file of texts that each end with a zero byte.
	 */
	private Optional<List<String>> read(String name) {
		try {
			String bytes = new String(Files.readAllBytes(this.folder.resolve(name)), StandardCharsets.ISO_8859_1);
			return Optional.of(Arrays.stream(bytes.split("\0", -1))
				.limit(Math.max(0, bytes.chars().filter((octet) -> octet == 0).count()))
				.map((text) -> SystemText.decode(text.getBytes(StandardCharsets.ISO_8859_1)))
				.toList());
		}
		catch (IOException _) {
			return Optional.empty();
		}
	}

}
