package com.headjack.shell.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.headjack.text.ShellWord;

/**
 * The verbs of other programs' commands for a configuration, such as {@code set}, without
 * which {@code hjk config} works.
 */
enum ConfigVerb {

	SET(" KEY VALUE"), GET(" KEY"), SHOW(""), LIST(""), LS(""), UNSET(" --unset KEY"), REMOVE(" --unset KEY"),
	RM(" --unset KEY"), EDIT(" --edit");

	private final String usual;

	ConfigVerb(String usual) {
		this.usual = usual;
	}

	/**
	 * Writes a command line without its verb.
	 * @param words the words after {@code hjk config}
	 * @return the right command, or empty if the first word is no verb
	 */
	static Optional<String> corrected(List<String> words) {
		return words.stream()
			.limit(1)
			.flatMap((first) -> List.of(values()).stream().filter((verb) -> verb.name().equalsIgnoreCase(first)))
			.map((verb) -> "hjk config" + verb.rest(words.subList(1, words.size())))
			.findFirst();
	}

	private String rest(List<String> words) {
		if (words.isEmpty() || this == EDIT) {
			return this.usual;
		}
		return words.stream()
			.map(ShellWord::quoted)
			.collect(Collectors.joining(" ", this.usual.startsWith(" --") ? " --unset " : " ", ""));
	}

}
