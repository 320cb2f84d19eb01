package com.headjack.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Starts the programs of a container by this machine's shell.
 *
 * @param folder where it may keep files
 * @param root what stands for the container's root folder
 * @param path where programs are looked for
 */
record ContainerShell(Path folder, ScratchRoot root, String path) {

	/**
	 * The variable by which all processes of a container are found.
	 */
	static final String MARK = "HEADJACK_IN_MEMORY";

	/**
	 * Prepares a program.
	 * @param words the program with its arguments
	 * @param user the number of its user, whose home folder it has
	 * @param directory where it starts
	 * @param variables its variables
	 * @param mark the mark of the container's processes
	 */
	ProcessBuilder program(List<String> words, String user, String directory, Map<String, String> variables,
			String mark) throws IOException {
		Path start = Files.createDirectories(this.root.resolve(directory));
		ProcessBuilder builder = new ProcessBuilder("/bin/sh", script(words, variables).toString());
		builder.directory(start.toFile());
		builder.environment().clear();
		builder.environment()
			.putAll(Map.of("PATH", this.path, "HOME", home(user).toString(), "PWD", start.toString(), "TMUX_TMPDIR",
					this.root.resolve("/tmp").toString(), MARK, mark));
		return builder;
	}

	/**
	 * Words and variables are told in a file, since those of a process are in the
	 * character set of the machine. The file is gone when the program begins.
	 */
	private Path script(List<String> words, Map<String, String> variables) throws IOException {
		String exports = variables.entrySet()
			.stream()
			.map((variable) -> "export " + variable.getKey() + "=" + quoted(variable.getValue()) + "\n")
			.collect(Collectors.joining());
		String call = words.stream()
			.map(this.root::rewrite)
			.map(ContainerShell::quoted)
			.collect(Collectors.joining(" "));
		return Files.writeString(this.folder.resolve(UUID.randomUUID() + ".sh"),
				"/bin/rm -f -- \"$0\"\n" + exports + "exec " + call + "\n");
	}

	private Path home(String user) throws IOException {
		Map<String, String> homes = new HashMap<>();
		for (String line : Files.readAllLines(this.root.resolve("/etc/passwd"))) {
			String[] fields = line.split(":", -1);
			homes.putIfAbsent(fields[2], fields[5]);
		}
		return this.root.resolve(homes.getOrDefault(user.split(":", 2)[0], "/"));
	}

	/**
	 * A word as a shell reads it.
	 */
	static String quoted(String word) {
		return "'" + word.replace("'", "'\\''") + "'";
	}

}
