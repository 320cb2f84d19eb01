package com.headjack.agent;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KnownCredentialsTests {

	private static final KnownToken TOKEN = new KnownToken(Pattern.compile("fk-"), "a fake key", null, true,
			List.of(20, 90), 12);

	private static final KnownToken FIXED = new KnownToken(Pattern.compile("fx-"), "a fixed key", null, false,
			List.of(10), 0);

	private static final KnownText TEXT = new KnownText(Pattern.compile("b+"), "a text", null, null, false);

	private final KnownCredentials known = new KnownCredentials(List.of(80, 100), List.of(TOKEN, FIXED), List.of(TEXT));

	@ParameterizedTest
	@CsvSource({ "fk-FAKE,true", "fk-FAK,false", "xfk-FAKE,false", "FAKE,false" })
	void tokenIsKnownByItsBeginning(String word, boolean known) {
		assertThat(this.known.token(word).isPresent()).isEqualTo(known);
	}

	@ParameterizedTest
	@CsvSource({ "11,true", "12,false", "20,false", "79,false", "80,true", "81,false", "90,false", "100,false" })
	void cutIsTooShortOrEndsAtTheEdgeOfATerminal(int length, boolean cut) {
		assertThat(this.known.cut(("fk-" + "x".repeat(100)).substring(0, length)).isPresent()).isEqualTo(cut);
	}

	@ParameterizedTest
	@CsvSource({ "fx-,10,false", "fx-,11,true", "fk-,91,false", "no-,91,false" })
	void overlongIsLongerThanTheOneLength(String beginning, int length, boolean overlong) {
		assertThat(this.known.overlong((beginning + "x".repeat(100)).substring(0, length)).isPresent())
			.isEqualTo(overlong);
	}

	@ParameterizedTest
	@CsvSource({ "fx-,9,true", "fx-,10,false", "fx-,11,true", "fk-,91,false", "no-,9,false" })
	void unusualHasNotTheOneLength(String beginning, int length, boolean unusual) {
		assertThat(this.known.unusual((beginning + "x".repeat(100)).substring(0, length)).isPresent())
			.isEqualTo(unusual);
	}

	@Test
	void choiceIsAtLeastAsLongAsAKey() {
		assertThat(TOKEN.isChoice("x".repeat(20))).isTrue();
		assertThat(TOKEN.isChoice("x".repeat(19))).isFalse();
		assertThat(FIXED.isChoice("x".repeat(20))).isFalse();
	}

	@Test
	void usualLengthListsTheLengths() {
		assertThat(TOKEN.usualLength()).isEqualTo("20 or 90");
		assertThat(FIXED.usualLength()).isEqualTo("10");
		assertThat(new KnownToken(Pattern.compile("f"), "a", null, true, List.of(1, 2, 3), 0).usualLength())
			.isEqualTo("1, 2 or 3");
		assertThat(new KnownToken(Pattern.compile("f"), "a", null, true, List.of(), 7).usualLength())
			.isEqualTo("at least 7");
		assertThat(TOKEN.longest()).isEqualTo(90);
	}

	@Test
	void textsHoldTheirPattern() {
		assertThat(this.known.texts("abc")).containsExactly(TEXT);
		assertThat(this.known.texts("ac")).isEmpty();
	}

	@Test
	void catalogHasKindsWithArticlesAndCommandsThatThereAre() {
		AgentCatalog catalog = TestAgents.builtIn();
		KnownCredentials all = catalog.knownCredentials();
		assertThat(catalog.knownCredentials()).isSameAs(all);
		assertThat(all.widths()).contains(80, 100);
		assertThat(all.tokens()).extracting(KnownToken::name).allMatch((name) -> name.matches("(?:an?|the) .+"));
		assertThat(all.texts()).extracting(KnownText::name).allMatch((name) -> name.matches("(?:an?|the) .+"));
		assertThat(all.tokens()).extracting(KnownToken::command)
			.allSatisfy((command) -> assertThat(command == null || isCommand(catalog, command)).isTrue());
	}

	@Test
	void maskedHidesWhatLooksLikeACredential() {
		KnownCredentials all = KnownCredentials.read();
		String key = "sk-ant-api03-FAKE-CANARY-FAKE-CANARY";
		assertThat(all.masked("no agent \"" + key + "\", A=" + key + " [" + key + "]"))
			.isEqualTo("no agent \"…\", A=… […]");
		assertThat(all.masked("/a/folder/with-a-long-name-that-is-no-key $1")).endsWith("no-key $1");
	}

	private static boolean isCommand(AgentCatalog catalog, String command) {
		String[] words = command.split(" ", -1);
		return command.matches("hjk auth \\w+ --method \\w+")
				&& catalog.get(words[2]).login(LoginMethod.of(words[4])).isPresent();
	}

}
