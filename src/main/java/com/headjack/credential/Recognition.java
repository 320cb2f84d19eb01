package com.headjack.credential;

import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentException;
import com.headjack.agent.AgentId;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.KnownCredentials;
import com.headjack.agent.KnownText;
import com.headjack.agent.KnownToken;
import com.headjack.agent.Login;
import com.headjack.agent.LoginMethod;

/**
 * Recognises what is not the requested credential.
 */
final class Recognition {

	private final AgentCatalog catalog;

	Recognition(AgentCatalog catalog) {
		this.catalog = catalog;
	}

	KnownCredentials known() {
		return this.catalog.knownCredentials();
	}

	/**
	 * Recognises a text that is something else even if it holds a credential.
	 * @param text the input
	 * @return what it is, or empty if it is no such text
	 */
	Optional<Other> document(String text) {
		return known().texts(text).filter(KnownText::document).map(Recognition::other).findFirst();
	}

	/**
	 * Recognises a credential of any agent, or another text.
	 * @param given the input
	 * @param plain the same without invisible characters
	 * @return what it is, or empty if it is of no known kind
	 */
	Optional<Other> recognise(String given, String plain) {
		return Stream
			.of(tokens(plain), known().texts(given).map(Recognition::other),
					known().texts(plain).map(Recognition::other), logins(plain))
			.flatMap((kinds) -> kinds)
			.findFirst();
	}

	private Stream<Other> tokens(String text) {
		return Word.in(text)
			.stream()
			.flatMap(Word::readings)
			.flatMap((word) -> known().token(word).stream())
			.map(Recognition::other);
	}

	private Stream<Other> logins(String text) {
		return this.catalog.ids()
			.stream()
			.flatMap(this::profile)
			.flatMap((profile) -> profile.logins()
				.keySet()
				.stream()
				.filter((method) -> fits(profile, method, text.strip()))
				.map((method) -> new Other(name(profile, method), null)));
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
		try {
			return profile.login(method)
				.map(Login::accepts)
				.flatMap((accepts) -> Optional.ofNullable(accepts.pattern()))
				.filter((pattern) -> !pattern.matches("any text, even this one") && pattern.matches(text))
				.isPresent();
		}
		catch (AgentException _) {
			return false;
		}
	}

	private static String name(AgentProfile profile, LoginMethod method) {
		String kind = (method == LoginMethod.API_KEY) ? "API key" : "subscription token";
		String article = "AEIOU".indexOf(profile.vendor().charAt(0)) >= 0 ? "an " : "a ";
		return named(article + profile.vendor() + " " + kind,
				"hjk auth %s --method %s".formatted(profile.id(), method.value()));
	}

	private static Other other(KnownToken token) {
		return new Other(named(token.name(), token.command()), null);
	}

	private static Other other(KnownText text) {
		return new Other(named(text.name(), text.command()), text.remedy());
	}

	private static String named(String name, @Nullable String command) {
		return (command != null) ? "%s ('%s')".formatted(name, command) : name;
	}

	/**
	 * Something that is not the requested credential.
	 *
	 * @param name such as
	 * {@code an Anthropic API key ('hjk auth claude --method apikey')}
	 * @param remedy what to do instead, or {@code null} if the expected form says it
	 */
	record Other(String name, @Nullable String remedy) {

		Finding.Refused refused() {
			return new Finding.Refused("looks like " + this.name, this.remedy);
		}

	}

}
