package com.headjack.credential;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.agent.LoginMethod;
import com.headjack.agent.Moment;
import com.headjack.agent.Renewal;
import com.headjack.agent.TestAgents;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialFactsTests {

	private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

	private static final Instant SOON = NOW.plusSeconds(3600);

	private static final List<Moment.Form> FORMS = List.of(Moment.Form.values());

	/**
	 * What a login may hold where a text, a number or an object is expected.
	 */
	private static final List<String> ODD = List.of("null", "true", "0", "-1", "1", "1e999", "1E-9", "NaN",
			"9".repeat(400), "9".repeat(1200), "1769860800", "1769860800000", "1769860800.5", "\"1769860800\"", "\"\"",
			"\" \"", "\"-\"", "\"9999999999999999999999\"", "\"2026-01-31\"", "\"2026-01-31T12:00:00Z\"",
			"\"+999999999-12-31T23:59:59Z\"", "\"..\"", "\"a.b.c\"", "\"a.e30.c\"", "\"a.W10.c\"", "\"a.bnVsbA.c\"",
			"\"\\u0000\\ud800\"", "[]", "[[[]]]", "{}", "{\"exp\":1}", "{\"0\":{}}", "[".repeat(600) + "]".repeat(600),
			"\"" + ".".repeat(5000) + "\"");

	@Test
	void ofCodexReadsTheTokenAndTheFile() {
		CredentialFacts facts = facts("codex", """
				{"tokens":{"access_token":"%s","refresh_token":"FAKE","account_id":"acct-FAKE"},\
				"last_refresh":"2026-01-31T11:00:00.123456Z"}"""
			.formatted(token("{\"exp\":%s}".formatted(SOON.getEpochSecond()))), null);
		assertThat(facts.expiry()).isEqualTo(new Expiry(SOON, false));
		assertThat(facts.issued()).isEqualTo("2026-01-31T11:00:00.123456Z");
		assertThat(facts.identity()).isEqualTo("acct-FAKE");
		assertThat(facts.renewable()).isTrue();
	}

	@Test
	void ofGeminiReadsBothFiles() {
		CredentialFacts facts = facts("gemini",
				"""
						{"oauth_creds":{"refresh_token":"FAKE","expiry_date":%s},"google_accounts":{"active":"ada@example.com"}}"""
					.formatted(SOON.toEpochMilli()),
				NOW);
		assertThat(facts).isEqualTo(new CredentialFacts(new Expiry(SOON, false), null, NOW, "ada@example.com", true));
	}

	@Test
	void ofClaudeEstimatesFromTheCapture() {
		assertThat(facts("claude", "sk-ant-oat01-FAKE", NOW).expiry())
			.isEqualTo(new Expiry(NOW.plus(Duration.ofDays(365)), true));
		assertThat(facts("claude", "sk-ant-oat01-FAKE", null)).isEqualTo(CredentialFacts.unknown());
		assertThat(facts("claude", "sk-ant-oat01-FAKE", Instant.MAX).expiry()).isNull();
	}

	@Test
	void ofAKeyThatIsATokenReadsItAsAWhole() {
		Renewal renewal = new Renewal(new Moment("", Moment.Form.JWT), 7, new Moment("", Moment.Form.JWT), null, null);
		CredentialFacts facts = facts(
				token("{\"exp\":%s,\"iat\":%s}".formatted(SOON.getEpochSecond(), NOW.getEpochSecond())), renewal, NOW);
		assertThat(facts).isEqualTo(new CredentialFacts(new Expiry(SOON, false), NOW, NOW, null, false));
		assertThat(facts("FAKE", renewal, NOW).expiry()).isEqualTo(new Expiry(NOW.plus(Duration.ofDays(7)), true));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "SECONDS|1769864400", "SECONDS|\"1769864400\"", "SECONDS|1769864400.25",
					"MILLISECONDS|1769864400000", "MILLISECONDS|1.7698644E12", "DATE|\"2026-01-31T14:00:00+01:00\"",
					"DATE|\"2026-01-31 13:00:00Z\"" })
	void ofReadsEachFormOfATime(Moment.Form form, String value) {
		assertThat(expiry(form, value)).isNotNull()
			.satisfies((expiry) -> assertThat(expiry.at()).isBetween(SOON, SOON.plusMillis(250)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "MILLISECONDS|1769864400", "SECONDS|1769864400000", "SECONDS|0", "SECONDS|-1",
			"DATE|\"2026-01-31\"", "JWT|\"eyJleHAiOjE3Njk4NjQ0MDB9\"" })
	void ofATimeThatCannotBeIsUnknown(Moment.Form form, String value) {
		assertThat(expiry(form, value)).isNull();
	}

	@ParameterizedTest
	@EnumSource(Moment.Form.class)
	void ofOddMembersIsUnknownOrPlausible(Moment.Form form) {
		for (String odd : ODD) {
			for (String content : List.of(odd, "{\"a\":%1$s,\"b\":%1$s}".formatted(odd), "{\"a\":%s".formatted(odd),
					"{\"b\":{\"c\":%s}}".formatted(odd),
					"{\"a\":\"%s\"}".formatted(token("{\"exp\":%s,\"iat\":%s}".formatted(odd, odd))))) {
				assertThatIsPlausible(facts(content, everything(form), NOW));
			}
		}
	}

	@Test
	void ofRandomChangesOfALoginIsUnknownOrPlausible() {
		Random random = new Random(15);
		String login = "{\"a\":\"%s\"}".formatted(token("{\"exp\":%s,\"iat\":1}".formatted(SOON.getEpochSecond())));
		for (int i = 0; i < 20_000; i++) {
			StringBuilder changed = new StringBuilder(login);
			for (int j = random.nextInt(4); j >= 0; j--) {
				changed.setCharAt(random.nextInt(changed.length()),
						(char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
			}
			assertThatIsPlausible(facts(changed.substring(0, 1 + random.nextInt(changed.length())),
					everything(FORMS.get(i % FORMS.size())), NOW));
		}
	}

	private static void assertThatIsPlausible(CredentialFacts facts) {
		if (facts.expiry() != null) {
			assertThat(facts.expiry().at()).isBetween("2000-01-01T00:00:00Z", "2200-01-01T00:00:00Z");
			assertThat(facts.expiry().words(NOW)).matches("expire[sd] (in )?[0-9]+ [a-z]+( ago)?");
		}
		assertThat(facts.identity()).satisfiesAnyOf((identity) -> assertThat(identity).isNull(),
				(identity) -> assertThat(identity).isNotBlank().hasSizeLessThanOrEqualTo(256));
		assertThat(facts.validity(NOW)).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "PT2H,LASTING", "PT11M,LASTING", "PT9M,ENDING", "-PT4M,DOUBTFUL", "-PT6M,OVER" })
	void validityOfALoginOfAnHourIsToldInItsLastMinutes(Duration left, Validity validity) {
		Instant end = NOW.plus(left);
		assertThat(new CredentialFacts(new Expiry(end, false), end.minusSeconds(3600), null, null, false).validity(NOW))
			.isEqualTo(validity);
		assertThat(new CredentialFacts(new Expiry(end, false), end.minusSeconds(3600), null, null, true).validity(NOW))
			.isEqualTo(Validity.LASTING);
	}

	@ParameterizedTest
	@CsvSource({ "P8D,LASTING", "P6D,ENDING", "-P100D,DOUBTFUL" })
	void validityOfAnEstimateIsNeverOver(Duration left, Validity validity) {
		Instant end = NOW.plus(left);
		assertThat(new CredentialFacts(new Expiry(end, true), null, end.minus(Duration.ofDays(365)), null, false)
			.validity(NOW)).isEqualTo(validity);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PT23H", "PT1M" })
	void validityWhenTheBeginningIsUnknownIsToldADayBefore(Duration left) {
		Expiry expiry = new Expiry(NOW.plus(left), false);
		assertThat(new CredentialFacts(expiry, null, null, null, false).validity(NOW)).isEqualTo(Validity.ENDING);
		assertThat(new CredentialFacts(expiry, null, null, null, false).validity(NOW.minus(Duration.ofDays(2))))
			.isEqualTo(Validity.LASTING);
		assertThat(CredentialFacts.unknown().validity(NOW)).isEqualTo(Validity.LASTING);
	}

	private static @Nullable Expiry expiry(Moment.Form form, String value) {
		return facts("{\"a\":" + value + "}", everything(form), null).expiry();
	}

	private static Renewal everything(Moment.Form form) {
		Moment moment = new Moment("/a", form);
		return new Renewal(moment, null, moment, "/b", "/b/c");
	}

	private static CredentialFacts facts(String agent, String value, @Nullable Instant captured) {
		return facts(value, TestAgents.builtIn().get(agent).login(LoginMethod.SUBSCRIPTION).orElseThrow().renewal(),
				captured);
	}

	private static CredentialFacts facts(String value, Renewal renewal, @Nullable Instant captured) {
		try (Secret secret = Secret.of(value)) {
			return CredentialFacts.of(secret, renewal, captured);
		}
	}

	private static String token(String claims) {
		return "FAKE." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
				+ ".FAKE";
	}

}
