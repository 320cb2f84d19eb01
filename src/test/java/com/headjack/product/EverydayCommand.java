package com.headjack.product;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A git command of everyday use.
 *
 * @param section the heading that it stands below
 * @param setup the shell commands to run before
 * @param words the command
 * @param note why it differs in a container, or an empty text
 */
record EverydayCommand(String section, String setup, String words, String note) {

	static List<EverydayCommand> all() throws IOException {
		List<EverydayCommand> commands = new ArrayList<>();
		String section = "";
		for (String line : resource("everyday-git.txt").lines().toList()) {
			if (line.startsWith("## ")) {
				section = line.substring("## ".length());
			}
			else if (!line.startsWith("#")) {
				String[] parts = (" " + line + " ").split(" :: ?", -1);
				String note = (parts.length > 2) ? parts[2].strip() : "";
				commands.add(new EverydayCommand(section, parts[0].strip(), parts[1].strip(), note));
			}
		}
		return commands;
	}

	static String resource(String name) throws IOException {
		try (InputStream stream = EverydayCommand.class.getResourceAsStream(name)) {
			return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/**
	 * What a command did.
	 *
	 * @param code its exit code
	 * @param changes the lines by which the state differs from that before
	 * @param printed the end of what it printed
	 */
	record Outcome(int code, List<String> changes, List<String> printed) {

		static List<Outcome> parse(String output) {
			List<Outcome> outcomes = new ArrayList<>();
			for (String line : output.lines().toList()) {
				if (line.startsWith("= ")) {
					outcomes.add(new Outcome(Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)),
							new ArrayList<>(), new ArrayList<>()));
				}
				else if (line.startsWith(": ")) {
					outcomes.getLast().printed().add(line);
				}
				else {
					outcomes.getLast().changes().add(line);
				}
			}
			return outcomes;
		}

		boolean sameAs(Outcome other) {
			return this.code == other.code && this.changes.equals(other.changes);
		}

	}

}
