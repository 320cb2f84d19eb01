package com.headjack.shell.grammar;

import java.util.List;
import java.util.function.ToIntBiFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.availability.AvailabilityProvider;

/**
 * Declares a command, next to the method that carries it out.
 *
 * @param <T> the class of the method
 */
public final class CommandBuilder<T> {

	final CommandGroup<T> group;

	final String name;

	final String summary;

	List<String> aliases = List.of();

	List<Parameter> parameters = List.of();

	List<Option> options = List.of();

	List<String> examples = List.of();

	AvailabilityProvider availability = AvailabilityProvider.alwaysAvailable();

	@Nullable String passedOn;

	boolean hidden;

	CommandBuilder(CommandGroup<T> group, String name, String summary) {
		this.group = group;
		this.name = name;
		this.summary = summary;
	}

	/**
	 * Adds an alias.
	 * @param alias one word
	 * @return this
	 */
	public CommandBuilder<T> alias(String alias) {
		this.aliases = List.of(alias);
		return this;
	}

	/**
	 * Sets the positional parameters.
	 * @param parameters the parameters in order
	 * @return this
	 */
	public CommandBuilder<T> takes(Parameter... parameters) {
		this.parameters = List.of(parameters);
		return this;
	}

	/**
	 * Sets the options, apart from the {@linkplain GlobalOptions global} ones.
	 * @param options the options in the order of help
	 * @return this
	 */
	public CommandBuilder<T> with(Option... options) {
		this.options = List.of(options);
		return this;
	}

	/**
	 * Permits words after {@code --}.
	 * @param passedOn their name in help, in capitals
	 * @return this
	 */
	public CommandBuilder<T> passesOn(String passedOn) {
		this.passedOn = passedOn;
		return this;
	}

	/**
	 * Adds usage examples.
	 * @param examples lines for a POSIX shell
	 * @return this
	 */
	public CommandBuilder<T> examples(String... examples) {
		this.examples = List.of(examples);
		return this;
	}

	/**
	 * Hides the command from help and completion.
	 * @return this
	 */
	public CommandBuilder<T> hidden() {
		this.hidden = true;
		return this;
	}

	/**
	 * Makes the command available only at times.
	 * @param availability tells whether the command is available now, and if not, why
	 * @return this
	 */
	public CommandBuilder<T> available(AvailabilityProvider availability) {
		this.availability = availability;
		return this;
	}

	/**
	 * Ends the declaration.
	 * @param method carries out the command and returns the exit code
	 * @return the command
	 */
	public CommandDefinition calls(ToIntBiFunction<T, Invocation> method) {
		return new CommandDefinition(this, (invocation) -> method.applyAsInt(this.group.owner().get(), invocation));
	}

}
