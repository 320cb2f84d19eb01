package com.headjack.shell.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ExitStatus;
import org.springframework.shell.core.command.availability.AvailabilityProvider;
import org.springframework.shell.core.command.completion.CompletionContext;
import org.springframework.shell.core.command.completion.CompletionProposal;
import org.springframework.shell.core.command.completion.CompletionProvider;

/**
 * A command: Spring Shell's, with parameters, examples, and words to pass on.
 */
public final class CommandDefinition implements Command {

	private final CommandBuilder<?> declared;

	private final Handler handler;

	CommandDefinition(CommandBuilder<?> declared, Handler handler) {
		this.declared = declared;
		this.handler = handler;
	}

	/**
	 * Carries out a command line.
	 */
	@FunctionalInterface
	interface Handler {

		int handle(Invocation invocation);

	}

	@Override
	public String getName() {
		return this.declared.name;
	}

	@Override
	public String getDescription() {
		return this.declared.summary;
	}

	@Override
	public String getHelp() {
		return usage();
	}

	@Override
	public String getGroup() {
		return this.declared.group.heading();
	}

	@Override
	public List<String> getAliases() {
		return this.declared.aliases;
	}

	@Override
	public boolean isHidden() {
		return this.declared.hidden;
	}

	@Override
	public List<CommandOption> getOptions() {
		return allOptions().map(Option::option).toList();
	}

	@Override
	public AvailabilityProvider getAvailabilityProvider() {
		return this.declared.availability;
	}

	/**
	 * Lists the words for the context's option or, without one, for the parameter at the
	 * context's word index.
	 */
	@Override
	public CompletionProvider getCompletionProvider() {
		return (context) -> words(context).map(CompletionProposal::new).toList();
	}

	private Stream<String> words(CompletionContext context) {
		List<String> arguments = context.getWords().subList(0, context.getWordIndex());
		CommandOption option = context.getCommandOption();
		return ((option != null) ? option("--" + option.longName()).map(Option::words)
				: parameter(context.getWordIndex()).map(Parameter::words))
			.map((words) -> words.after(arguments))
			.orElse(Stream.of());
	}

	private Optional<Parameter> parameter(int index) {
		List<Parameter> parameters = this.declared.parameters;
		return (index < parameters.size()) ? Optional.of(parameters.get(index)) : Optional.empty();
	}

	@Override
	public ExitStatus execute(CommandContext context) {
		int code = this.handler.handle(new Invocation(context));
		return new ExitStatus(code, (code == 0) ? "done" : "failed");
	}

	/**
	 * Whether it runs without the application, which is slow to start.
	 * @return whether it does
	 */
	public boolean standsAlone() {
		return this.declared.group.standsAlone();
	}

	/**
	 * The command's own options.
	 * @return the options
	 */
	public List<Option> ownOptions() {
		return this.declared.options;
	}

	/**
	 * All options of the command.
	 * @return its own and the {@linkplain GlobalOptions global} ones
	 */
	public Stream<Option> allOptions() {
		return Stream.concat(this.declared.options.stream(), GlobalOptions.DECLARED.stream());
	}

	Optional<Option> option(String typed) {
		return allOptions().filter((option) -> option.isNamed(typed)).findFirst();
	}

	List<Parameter> parameters() {
		return this.declared.parameters;
	}

	/**
	 * The name of the words after {@code --}.
	 * @return the name, in capitals, or {@code null} if the command takes no such words
	 */
	@Nullable String passedOn() {
		return this.declared.passedOn;
	}

	/**
	 * Usage examples.
	 * @return lines for a POSIX shell
	 */
	public List<String> examples() {
		return this.declared.examples;
	}

	List<String> words() {
		return List.of(getName().split(" "));
	}

	/**
	 * Whether a command line that begins with a word may be for this command.
	 * @param word the word
	 * @return whether it is the first word of the name, or an alias
	 */
	public boolean beginsWith(String word) {
		return words().getFirst().equals(word) || getAliases().contains(word);
	}

	/**
	 * Whether a command line is for this command.
	 * @param line its words
	 * @return whether they begin with the command's name or an alias
	 */
	boolean isNamedBy(List<String> line) {
		List<String> name = words();
		return (line.size() >= name.size() && line.subList(0, name.size()).equals(name))
				|| (!line.isEmpty() && getAliases().contains(line.getFirst()));
	}

	int fewestArguments() {
		return (int) this.declared.parameters.stream().filter(Parameter::required).count();
	}

	int mostArguments() {
		boolean unbounded = this.declared.parameters.stream().anyMatch(Parameter::repeated);
		return unbounded ? Integer.MAX_VALUE : this.declared.parameters.size();
	}

	/**
	 * The command with its arguments, as help shows it.
	 * @return the synopsis, in one line
	 */
	public String usage() {
		List<String> words = new ArrayList<>(List.of("hjk", getName()));
		this.declared.parameters.forEach((parameter) -> words.add(parameter.usage()));
		if (!this.declared.options.isEmpty()) {
			words.add("[OPTIONS]");
		}
		if (this.declared.passedOn != null) {
			words.add("[-- " + this.declared.passedOn + "...]");
		}
		return String.join(" ", words);
	}

	@Override
	public String toString() {
		return getName();
	}

}
