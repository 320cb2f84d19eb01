package com.headjack.gitconfig;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out who commits.
 */
final class Identity {

	private static final Map<String, String> VARIABLES = Map.of("GIT_AUTHOR_NAME", "author.name", "GIT_AUTHOR_EMAIL",
			"author.email", "GIT_COMMITTER_NAME", "committer.name", "GIT_COMMITTER_EMAIL", "committer.email");

	private static final Pattern PERSON = Pattern.compile("(.*) <(.*)> [0-9]+ [+-][0-9]+\\s*", Pattern.DOTALL);

	private Identity() {
	}

	/**
	 * Adds what environment variables say.
	 */
	static HostListing complete(HostListing host, Map<String, String> variables) {
		HostListing complete = host;
		for (Map.Entry<String, String> variable : VARIABLES.entrySet()) {
			String value = variables.getOrDefault(variable.getKey(), "");
			complete = value.isBlank() ? complete : complete.with(variable.getValue(), value);
		}
		String email = variables.getOrDefault("EMAIL", "");
		boolean needed = complete.value("user.email").isEmpty() && !complete.on("user.useconfigonly");
		return (needed && !email.isBlank()) ? complete.with("user.email", email) : complete;
	}

	/**
	 * Adds whom git guesses.
	 */
	static HostListing guess(HostListing host, String identity) {
		Matcher person = PERSON.matcher(identity);
		if (!person.matches()) {
			return host;
		}
		HostListing named = host.value("user.name").isPresent() ? host : host.with("user.name", person.group(1));
		return host.value("user.email").isPresent() ? named : named.with("user.email", person.group(2));
	}

}
