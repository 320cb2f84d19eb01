package com.headjack.shell.grammar;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What has to be known of a command line before anything is started for it.
 *
 * @param debug whether to show what happens inside
 * @param profile the profile of the configuration, or {@code null} if none is named
 * @param repairing whether the user's configuration is to be edited, so that a mistake in
 * it must not be in the way
 */
public record GlobalOptions(boolean debug, @Nullable String profile, boolean repairing) {

	/**
	 * Reads the options.
	 * @param argv the command line's words
	 * @return the options; those of a command line that cannot be understood are empty,
	 * since it is refused later
	 */
	public static GlobalOptions of(List<String> argv) {
		try {
			Invocation invocation = new ArgvParser(Grammar.ALL).parse(argv);
			return new GlobalOptions(invocation.flag("debug"), invocation.option("profile").orElse(null),
					invocation.isOf(Grammar.CONFIG) && invocation.flag("edit"));
		}
		catch (UsageException ex) {
			return new GlobalOptions(false, null, false);
		}
	}

	/**
	 * The profile, which a variable can name too.
	 * @param variable the variable's value, if it is set
	 * @return the profile, or empty if none is named
	 */
	public Optional<String> profileOr(Optional<String> variable) {
		return Optional.ofNullable(this.profile).or(() -> variable);
	}

}
