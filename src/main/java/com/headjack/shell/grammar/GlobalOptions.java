package com.headjack.shell.grammar;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The options of every command.
 *
 * @param debug whether to show log messages and stack traces
 * @param profile the configuration profile, or {@code null} if none is named
 */
public record GlobalOptions(boolean debug, @Nullable String profile) {

	/**
	 * Their definitions.
	 */
	public static final List<Option> DECLARED = List.of(Option.flag("help", 'h', "show this help"),
			Option.flag("debug", ' ', "show log messages and stack traces"),
			Option.valued("profile", ' ', "NAME", "use a profile of the configuration"));

	/**
	 * The options that are used without a command.
	 */
	static final List<Option> ALONE = List.of(Option.flag("version", 'V', "show the version"),
			Option.flag("version", 'v', "show the version"));

	/**
	 * No options.
	 */
	public static final GlobalOptions NONE = new GlobalOptions(false, null);

	/**
	 * Reads the global options of a command line.
	 * @param invocation the command line
	 * @return its options
	 */
	public static GlobalOptions of(Invocation invocation) {
		return new GlobalOptions(invocation.flag("debug"), invocation.option("profile").orElse(null));
	}

	/**
	 * The profile, which an environment variable can name too.
	 * @param variable the variable's value, if it is set
	 * @return the profile, or empty if none is named
	 */
	public Optional<String> profileOr(Optional<String> variable) {
		return Optional.ofNullable(this.profile).or(() -> variable);
	}

}
