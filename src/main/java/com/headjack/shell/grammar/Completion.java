package com.headjack.shell.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.headjack.shell.grammar.Parameter.Values;

/**
 * Tells what may stand where the cursor is.
 */
public final class Completion {

	private final List<CommandSyntax> commands;

	private final CompletionValues values;

	public Completion(List<CommandSyntax> commands, CompletionValues values) {
		this.commands = commands;
		this.values = values;
	}

	/**
	 * Completes a word.
	 * @param before the words before it, without the program's name
	 * @param typedOfIt what there is of it
	 * @return the words that begin so, in the order that they are to be shown
	 */
	public List<String> complete(List<String> before, String typedOfIt) {
		String current = typedOfIt.equals("=") ? "" : typedOfIt;
		if (before.contains("--")) {
			return List.of();
		}
		// bash takes words apart there
		Typed typed = new Typed(before.stream().filter((word) -> !word.equals("=")).toList());
		int equals = current.indexOf('=');
		if (current.startsWith("--") && equals > 0) {
			String option = current.substring(0, equals);
			return beginning(current,
					typed.option(option)
						.map((found) -> typed.values(found.values()).map((value) -> option + "=" + value))
						.orElse(Stream.of()));
		}
		return beginning(current, typed.candidates(current.startsWith("-")));
	}

	private static List<String> beginning(String current, Stream<String> candidates) {
		return candidates.filter((candidate) -> candidate.startsWith(current)).distinct().toList();
	}

	/**
	 * What is typed already.
	 */
	private final class Typed {

		private final List<CommandSyntax> family;

		private final List<String> words = new ArrayList<>();

		private @Nullable Option pending;

		Typed(List<String> before) {
			String first = before.stream().filter((word) -> !word.startsWith("-")).findFirst().orElse("");
			this.family = Completion.this.commands.stream()
				.filter((syntax) -> syntax.words().getFirst().equals(first) || first.equals(syntax.alias()))
				.toList();
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

		Optional<Option> option(String word) {
			return Stream.concat(this.family.stream().flatMap(CommandSyntax::allOptions), Grammar.GLOBAL.stream())
				.filter((option) -> option.isNamed(word))
				.findFirst();
		}

		Stream<String> candidates(boolean option) {
			if (this.pending != null) {
				return values(this.pending.values());
			}
			if (option) {
				return options();
			}
			if (this.words.isEmpty()) {
				return Completion.this.commands.stream()
					.flatMap((syntax) -> Stream.of(syntax.words().getFirst(), syntax.alias()))
					.filter(Objects::nonNull);
			}
			return Stream.concat(furtherWords(), this.family.stream().flatMap(this::parameter));
		}

		private Stream<String> options() {
			return Stream.concat(this.family.stream().flatMap(CommandSyntax::allOptions), Grammar.GLOBAL.stream())
				.map((option) -> "--" + option.name());
		}

		/**
		 * The second words of commands that have two.
		 */
		private Stream<String> furtherWords() {
			return this.family.stream()
				.map(CommandSyntax::words)
				.filter((name) -> name.size() == this.words.size() + 1
						&& name.subList(0, this.words.size()).equals(this.words))
				.map(List::getLast);
		}

		private Stream<String> parameter(CommandSyntax syntax) {
			int length = syntax.words().size();
			boolean meant = this.words.size() >= length && (this.words.subList(0, length).equals(syntax.words())
					|| this.words.getFirst().equals(syntax.alias()));
			int index = this.words.size() - length;
			return (meant && index < syntax.parameters().size())
					? values(syntax.parameters().get(index).values(), this.words.subList(length, this.words.size()))
					: Stream.of();
		}

		Stream<String> values(Values kind) {
			List<String> arguments = this.words.isEmpty() ? List.of() : this.words.subList(1, this.words.size());
			return values(kind, arguments);
		}

		private Stream<String> values(Values kind, List<String> arguments) {
			return Completion.this.values.of(kind, arguments).stream();
		}

	}

}
