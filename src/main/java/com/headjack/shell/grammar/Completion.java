package com.headjack.shell.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.completion.CompletionContext;
import org.springframework.shell.core.command.completion.CompletionProposal;

import com.headjack.text.VisibleText;

/**
 * Lists the possible words at the cursor.
 */
public final class Completion {

	private final CommandTable commands;

	/**
	 * Creates a completion.
	 * @param commands all commands
	 */
	public Completion(CommandTable commands) {
		this.commands = commands;
	}

	/**
	 * Completes a word.
	 * @param before the words before it, without the program's name
	 * @param typed the beginning of the word
	 * @return the words with that beginning that a terminal can show, in the order to
	 * show them
	 */
	public List<String> complete(List<String> before, String typed) {
		// bash splits words at "=", and passes it as a word of its own.
		String current = typed.equals("=") ? "" : typed;
		if (before.contains(Invocation.DIVIDER)) {
			return List.of();
		}
		Line line = new Line(before.stream().filter((word) -> !word.equals("=")).toList());
		return line.candidates(current)
			.filter((candidate) -> candidate.startsWith(current) && VisibleText.isPlain(candidate))
			.distinct()
			.toList();
	}

	/**
	 * The command line before the word.
	 */
	private final class Line {

		private final List<CommandDefinition> family;

		private final List<String> words = new ArrayList<>();

		private @Nullable Option pending;

		Line(List<String> before) {
			String first = before.stream().filter((word) -> !word.startsWith("-")).findFirst().orElse("");
			this.family = Completion.this.commands.family(first);
			before.forEach(this::take);
		}

		private void take(String word) {
			if (this.pending != null) {
				this.pending = null;
			}
			else if (word.startsWith("-")) {
				this.pending = option(word).filter(Option::takesValue).orElse(null);
			}
			else {
				this.words.add(word);
			}
		}

		private Optional<Option> option(String word) {
			return options().filter((option) -> option.isNamed(word)).findFirst();
		}

		private Stream<Option> options() {
			return Stream.concat(this.family.stream().flatMap(CommandDefinition::allOptions),
					GlobalOptions.DECLARED.stream());
		}

		Stream<String> candidates(String current) {
			int equals = current.indexOf('=');
			if (current.startsWith("--") && equals > 0) {
				String option = current.substring(0, equals);
				return option(option).stream().flatMap(this::values).map((value) -> option + "=" + value);
			}
			if (this.pending != null) {
				return values(this.pending);
			}
			if (current.startsWith("-")) {
				return options().map(Option::longForm);
			}
			return this.words.isEmpty() ? Completion.this.commands.firstWords()
					: Stream.concat(furtherWords(), this.family.stream().flatMap(this::arguments));
		}

		/**
		 * The next words of commands whose name has several.
		 */
		private Stream<String> furtherWords() {
			return this.family.stream()
				.map(CommandDefinition::words)
				.filter((name) -> name.size() == this.words.size() + 1
						&& name.subList(0, this.words.size()).equals(this.words))
				.map(List::getLast);
		}

		private Stream<String> values(Option option) {
			return this.family.stream()
				.filter((command) -> command.option(option.longForm()).isPresent())
				.findFirst()
				.stream()
				.flatMap((command) -> proposals(command, this.words.subList(1, this.words.size()), option));
		}

		private Stream<String> arguments(CommandDefinition command) {
			return command.isNamedBy(this.words)
					? proposals(command, this.words.subList(command.words().size(), this.words.size()), null)
					: Stream.of();
		}

		private static Stream<String> proposals(CommandDefinition command, List<String> arguments,
				@Nullable Option option) {
			List<String> words = new ArrayList<>(arguments);
			words.add("");
			return command.getCompletionProvider()
				.apply(new CompletionContext(words, arguments.size(), 0, command,
						(option != null) ? option.option() : null))
				.stream()
				.map(CompletionProposal::value);
		}

	}

}
