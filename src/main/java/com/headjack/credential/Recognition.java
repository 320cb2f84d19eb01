package com.headjack.credential;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentException;
import com.headjack.agent.AgentId;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.Login;
import com.headjack.agent.LoginMethod;

/**
 * Recognises a credential that is not the requested one.
 */
final class Recognition {

	private final AgentCatalog catalog;

	Recognition(AgentCatalog catalog) {
		this.catalog = catalog;
	}

	/**
	 * Recognises a credential of any agent.
	 * @param text the input
	 * @return such as {@code an Anthropic API key ('hjk auth claude --method apikey')},
	 * or empty if it matches no known pattern
	 */
	Optional<String> recognise(String text) {
		return this.catalog.ids()
			.stream()
			.flatMap(this::profile)
			.flatMap((profile) -> profile.logins()
				.keySet()
				.stream()
				.filter((method) -> fits(profile, method, text))
				.map((method) -> name(profile, method)))
			.findFirst();
	}

	/**
	 * A malformed profile must not fail the capture for another agent.
	 */
	private Stream<AgentProfile> profile(AgentId id) {
		try {
			return this.catalog.find(id).stream();
		}
		catch (AgentException _) {
			return Stream.of();
		}
	}

	private static boolean fits(AgentProfile profile, LoginMethod method, String text) {
		Optional<Pattern> pattern = profile.login(method)
			.map(Login::accepts)
			.flatMap((accepts) -> Optional.ofNullable(accepts.pattern()));
		return pattern.flatMap((form) -> PastedText.find(form, text)).isPresent();
	}

	private static String name(AgentProfile profile, LoginMethod method) {
		String kind = (method == LoginMethod.API_KEY) ? "API key" : "subscription token";
		String article = "AEIOU".indexOf(profile.vendor().charAt(0)) >= 0 ? "an " : "a ";
		return "%s%s %s ('hjk auth %s --method %s')".formatted(article, profile.vendor(), kind, profile.id(),
				method.value());
	}

}
