package com.headjack.shell.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * How a command is written.
 *
 * @param name its name, of one word or more
 * @param alias its other name, or {@code null}
 * @param group the heading that it stands under in help
 * @param summary what it does
 * @param parameters the words it takes by their place
 * @param options the options it takes, besides the {@linkplain Grammar#GLOBAL global}
 * ones
 * @param passedOn what stands behind {@code --}, in capitals, or {@code null} if nothing
 * may stand there
 * @param examples how it is used
 */
public record CommandSyntax(String name, @Nullable String alias, String group, String summary,
		List<Parameter> parameters, List<Option> options, @Nullable String passedOn, List<String> examples) {

	static CommandSyntax of(String group, String name, String summary) {
		return new CommandSyntax(name, null, group, summary, List.of(), List.of(), null, List.of());
	}

	CommandSyntax alias(String alias) {
		return new CommandSyntax(this.name, alias, this.group, this.summary, this.parameters, this.options,
				this.passedOn, this.examples);
	}

	CommandSyntax takes(Parameter... parameters) {
		return new CommandSyntax(this.name, this.alias, this.group, this.summary, List.of(parameters), this.options,
				this.passedOn, this.examples);
	}

	CommandSyntax with(Option... options) {
		return new CommandSyntax(this.name, this.alias, this.group, this.summary, this.parameters, List.of(options),
				this.passedOn, this.examples);
	}

	CommandSyntax passesOn(String passedOn) {
		return new CommandSyntax(this.name, this.alias, this.group, this.summary, this.parameters, this.options,
				passedOn, this.examples);
	}

	CommandSyntax examples(String... examples) {
		return new CommandSyntax(this.name, this.alias, this.group, this.summary, this.parameters, this.options,
				this.passedOn, List.of(examples));
	}

	public List<String> words() {
		return List.of(this.name.split(" "));
	}

	public Stream<Option> allOptions() {
		return Stream.concat(this.options.stream(), Grammar.GLOBAL.stream());
	}

	Optional<Option> option(String typed) {
		return allOptions().filter((option) -> option.isNamed(typed)).findFirst();
	}

	int mostArguments() {
		boolean unbounded = this.parameters.stream().anyMatch(Parameter::repeated);
		return unbounded ? Integer.MAX_VALUE : this.parameters.size();
	}

	/**
	 * The command as help shows it.
	 */
	public String usage() {
		List<String> words = new ArrayList<>(List.of("hjk", this.name));
		this.parameters.forEach((parameter) -> words.add(parameter.usage()));
		if (!this.options.isEmpty()) {
			words.add("[OPTIONS]");
		}
		if (this.passedOn != null) {
			words.add("[-- " + this.passedOn + "...]");
		}
		return String.join(" ", words);
	}

}
