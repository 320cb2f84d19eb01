package com.headjack.host;

import java.io.Console;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The standard streams of a process.
 */
public enum StandardStream {

	STDIN, STDOUT, STDERR;

	static Set<StandardStream> terminals(@Nullable String told) {
		if (told == null) {
			boolean terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
			return terminal ? Set.of(values()) : Set.of();
		}
		Set<StandardStream> terminals = EnumSet.noneOf(StandardStream.class);
		for (String name : told.toUpperCase(Locale.ROOT).split(",", -1)) {
			if (!name.isEmpty()) {
				terminals.add(valueOf(name));
			}
		}
		return terminals;
	}

}
