package com.headjack.shell.grammar;

import java.util.stream.Collectors;

/**
 * The completion scripts for shells. They contain the commands, and ask hjk for all other
 * words.
 */
public final class CompletionScript {

	private static final String BASH = """
			_hjk() {
				local word
				COMPREPLY=()
				if [ "$COMP_CWORD" -eq 1 ]; then
					COMPREPLY=($(compgen -W "COMMANDS" -- "${COMP_WORDS[1]}"))
					return
				fi
				while IFS= read -r word; do
					COMPREPLY+=("$(printf %q "$word")")
				done < <(hjk complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
			}
			complete -F _hjk hjk""";

	/**
	 * The script for zsh, to be sourced or autoloaded as the function {@code _hjk}.
	 */
	private static final String ZSH = """
			#compdef hjk
			_hjk() {
				local -a found
				if (( CURRENT == 2 )); then
					found=(COMMANDS)
				else
					found=("${(@f)$(hjk complete -- "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
				fi
				[[ -n "$found" ]] && compadd -a found
			}
			if [ "${funcstack[1]}" = _hjk ]; then _hjk "$@"; else compdef _hjk hjk; fi""";

	private static final String FISH = """
			function __hjk_complete
				set -l before (commandline -opc)
				set -l current (commandline -ct)
				hjk complete -- $before[2..-1] "$current" 2>/dev/null
			end
			complete -c hjk -f
			complete -c hjk -n __fish_use_subcommand -a 'COMMANDS'
			complete -c hjk -n 'not __fish_use_subcommand' -a '(__hjk_complete)'""";

	private CompletionScript() {
	}

	/**
	 * Writes the script for a shell.
	 * @param shell bash, zsh or fish
	 * @param commands the commands
	 * @return the script, to be sourced
	 */
	public static String of(String shell, CommandTable commands) {
		String script = switch (shell) {
			case "bash" -> BASH;
			case "zsh" -> ZSH;
			case "fish" -> FISH;
			default -> throw new UsageException("no completion for \"" + shell + "\"", "use bash, zsh or fish");
		};
		return script.replace("COMMANDS", commands.firstWords().collect(Collectors.joining(" ")));
	}

}
