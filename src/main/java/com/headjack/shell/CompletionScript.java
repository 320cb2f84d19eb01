package com.headjack.shell;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes completion scripts: commands, their options, and the words they take.
 */
final class CompletionScript {

	private final List<String> agents;

	CompletionScript(Collection<String> agents) {
		this.agents = List.copyOf(agents);
	}

	/**
	 * Writes the script for a shell.
	 * @param shell bash, zsh or fish
	 * @return the script, to be sourced
	 */
	String write(String shell) {
		return switch (shell) {
			case "bash" -> bash();
			case "zsh" -> zsh();
			case "fish" -> fish();
			default -> throw new UsageException("no completion for \"" + shell + "\"", "use bash, zsh or fish");
		};
	}

	private String bash() {
		String cases = commands().map((command) -> "\t\t%s) words=\"%s\" ;;".formatted(command, words(command)))
			.collect(Collectors.joining("\n"));
		return """
				_hjk() {
					local words
					COMPREPLY=()
					[ "$COMP_CWORD" -eq 1 ] && { COMPREPLY=($(compgen -W "%s" -- "${COMP_WORDS[COMP_CWORD]}")); return; }
					case "${COMP_WORDS[1]}" in
				%s
						*) words="" ;;
					esac
					COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
				}
				complete -F _hjk hjk"""
			.formatted(commands().collect(Collectors.joining(" ")), cases);
	}

	/**
	 * To be sourced, or found by zsh as the function {@code _hjk}, which then has to
	 * complete at once.
	 */
	private String zsh() {
		return """
				#compdef hjk
				autoload -U +X bashcompinit && bashcompinit
				%s
				if [ "${funcstack[1]}" = _hjk ]; then _bash_complete -F _hjk; fi""".formatted(bash());
	}

	private String fish() {
		String first = "complete -c hjk -f\ncomplete -c hjk -n __fish_use_subcommand -a '%s'\n"
			.formatted(commands().collect(Collectors.joining(" ")));
		return first + commands()
			.map((command) -> "complete -c hjk -n '__fish_seen_subcommand_from %s' -a '%s'".formatted(command,
					words(command)))
			.collect(Collectors.joining("\n"));
	}

	private static Stream<String> commands() {
		return Grammar.COMMANDS.stream()
			.flatMap((syntax) -> Stream.of(syntax.words().getFirst(), syntax.alias()))
			.filter(Objects::nonNull)
			.distinct();
	}

	private String words(String command) {
		List<CommandSyntax> family = Grammar.COMMANDS.stream()
			.filter((syntax) -> syntax.words().getFirst().equals(command) || command.equals(syntax.alias()))
			.toList();
		Stream<String> following = family.stream().flatMap((syntax) -> syntax.words().stream().skip(1));
		Stream<String> values = family.stream()
			.flatMap((syntax) -> syntax.parameters().stream())
			.flatMap((parameter) -> values(parameter.values()));
		Stream<String> options = family.stream()
			.flatMap(CommandSyntax::allOptions)
			.map((option) -> "--" + option.name());
		return Stream.of(following, values, options)
			.flatMap((words) -> words)
			.distinct()
			.collect(Collectors.joining(" "));
	}

	private Stream<String> values(Parameter.Values values) {
		return switch (values) {
			case AGENT -> this.agents.stream();
			case SHELL -> Stream.of("bash", "zsh", "fish");
			case CONFIGURATION_KEY, BRANCH, ANY -> Stream.of();
		};
	}

}
