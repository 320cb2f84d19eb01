package com.headjack.host;

import java.io.Console;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
		Set<String> names = Set.of(told.toUpperCase(Locale.ROOT).split(","));
		return Arrays.stream(values()).filter((stream) -> names.contains(stream.name())).collect(Collectors.toSet());
	}

}
