package com.headjack.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.agent.Moment;
import com.headjack.agent.Renewal;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class SuccessionTests {

	private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

	private static final Duration LIFE = Duration.ofDays(400);

	@ParameterizedTest
	@CsvSource({
			// The time of issue decides where both copies have one.
			"-60, 60, -30, 90, NEWER", "-60, 60, -90, 90, OLDER", "-60, 60, -60, 90, NEWER", "-60, 60, -60, 30, OLDER",
			"-60, 60, -60, 60, UNDECIDED", ", 60, , 90, NEWER", ", 60, -60, 60, UNDECIDED", "-60, , , 90, UNDECIDED",
			", , , , UNDECIDED",
			// A copy that hides its time of issue.
			"-60, 60, , 90, UNDECIDED", "-60, 60, , 30, OLDER", ", 60, -60, 90, NEWER",
			// What cannot be true.
			"-60, 60, 10, 90, NEWER", "-60, 60, 11, 90, FUTURE", "-60, 60, -30, 576001, NEWER", ", 60, , 576000, NEWER",
			", 60, , 576001, UNREADABLE", "-60, 60, , 576001, UNREADABLE", ", 576001, , 576001, UNDECIDED" })
	void ofComparesWhatBothSayOfThemselves(@Nullable Integer issued, @Nullable Integer expires,
			@Nullable Integer offeredIssued, @Nullable Integer offeredExpires, Succession succession) {
		assertThat(Succession.of(facts(issued, expires), facts(offeredIssued, offeredExpires), true, NOW, LIFE))
			.isEqualTo(succession);
	}

	@ParameterizedTest
	@CsvSource({ "FAKE-a, FAKE-1, FAKE-a, FAKE-2, NEWER", "FAKE-a, FAKE-1, FAKE-b, FAKE-1, ANOTHER_IDENTITY",
			"FAKE-a, FAKE-1, , FAKE-2, ANOTHER_IDENTITY", ", FAKE-1, FAKE-a, FAKE-2, ANOTHER_IDENTITY",
			"FAKE-a, FAKE-1, , FAKE-1, NEWER", ", FAKE-1, , FAKE-1, NEWER", ", FAKE-1, , FAKE-2, ANOTHER_IDENTITY",
			", , , , ANOTHER_IDENTITY" })
	void ofLooksForAProofOfTheOwner(@Nullable String whose, @Nullable String refresh, @Nullable String offeredWhose,
			@Nullable String offeredRefresh, Succession succession) {
		Renewal renewal = new Renewal(new Moment("/end", Moment.Form.SECONDS), null, null, "/whose", "/refresh");
		try (Secret kept = login(whose, refresh, 1); Secret offered = login(offeredWhose, offeredRefresh, 2)) {
			assertThat(Succession.of(kept, offered, renewal, NOW)).isEqualTo(succession);
			assertThat(Succession.of(kept, kept, renewal, NOW)).isEqualTo(Succession.SAME);
		}
	}

	private static Secret login(@Nullable String whose, @Nullable String refresh, int minute) {
		return Secret.of("{\"end\":%s,\"whose\":\"%s\",\"refresh\":\"%s\"}".formatted(at(minute).getEpochSecond(),
				(whose != null) ? whose : "", (refresh != null) ? refresh : ""));
	}

	@Test
	void ofTakesNoEstimateForAProof() {
		CredentialFacts kept = new CredentialFacts(new Expiry(NOW, true), null, null, null, true);
		CredentialFacts offered = new CredentialFacts(new Expiry(NOW.plusSeconds(60), true), null, null, null, true);
		assertThat(Succession.of(kept, offered, true, NOW, LIFE)).isEqualTo(Succession.UNDECIDED);
	}

	/**
	 * A date outside of what is plausible hides the true one.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "9999-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "1960-01-01T00:00:00Z",
			"0000-01-01T00:00:00Z", "", "yesterday" })
	void ofTakesNoCopyThatHidesItsTimeOfIssue(String date) {
		Renewal renewal = new Renewal(new Moment("/end", Moment.Form.SECONDS), null,
				new Moment("/issued", Moment.Form.DATE), "/whose", "/refresh");
		String text = "{\"whose\":\"FAKE\",\"end\":%s,\"issued\":\"%s\",\"refresh\":\"%s\"}";
		try (Secret kept = Secret.of(text.formatted(at(10).getEpochSecond(), at(-60), "FAKE-1"));
				Secret offered = Secret.of(text.formatted(at(600).getEpochSecond(), date, "FAKE-2"));
				Secret same = Secret.of(text.formatted(at(600).getEpochSecond(), date, "FAKE-1"))) {
			assertThat(Succession.of(kept, offered, renewal, NOW)).isEqualTo(Succession.UNDECIDED);
			assertThat(Succession.of(kept, same, renewal, NOW)).isEqualTo(Succession.SAME);
		}
	}

	@Test
	void ofTakesNoCopyThatLivesLongerThanItsKind() {
		Renewal day = new Renewal(new Moment("/end", Moment.Form.SECONDS), 1, null, "/whose", "/refresh");
		try (Secret kept = login("FAKE", "FAKE-1", 1);
				Secret offered = login("FAKE", "FAKE-2", 24 * 60);
				Secret longer = login("FAKE", "FAKE-2", 24 * 60 + 1)) {
			assertThat(Succession.of(kept, offered, day, NOW)).isEqualTo(Succession.NEWER);
			assertThat(Succession.of(kept, longer, day, NOW)).isEqualTo(Succession.UNREADABLE);
		}
	}

	@Test
	void ofTakesOtherWordsOfTheSameForTheSame() {
		Renewal renewal = new Renewal(new Moment("/end", Moment.Form.SECONDS), null, null, "/whose", null);
		try (Secret kept = Secret.of("{\"whose\":\"FAKE\",\"token\":\"a\"}");
				Secret same = Secret.of("{ \"token\": \"a\", \"whose\": \"FAKE\" }");
				Secret other = Secret.of("{\"whose\":\"FAKE\",\"token\":\"b\"}")) {
			assertThat(Succession.of(kept, same, renewal, NOW)).isEqualTo(Succession.SAME);
			assertThat(Succession.of(kept, other, renewal, NOW)).isEqualTo(Succession.UNDECIDED);
		}
	}

	/**
	 * No copy comes both before and after another one, and only the same identity's is
	 * ever newer.
	 */
	@ParameterizedTest
	@ValueSource(longs = { 7, 11, 1972, 20261128 })
	void ofIsAnOrderOfTheCopiesOfOneIdentity(long seed) {
		Random random = new Random(seed);
		for (int round = 0; round < 100_000; round++) {
			CredentialFacts one = random(random);
			CredentialFacts other = random(random);
			boolean sameOwner = random.nextInt(4) != 0;
			Succession there = Succession.of(one, other, sameOwner, NOW, LIFE);
			Succession back = Succession.of(other, one, sameOwner, NOW, LIFE);
			if (hides(one, other)) {
				assertThat(there == Succession.NEWER && back != Succession.OLDER).as("%s %s", one, other).isFalse();
			}
			else {
				assertThat(there == Succession.NEWER).as("%s %s", one, other)
					.isEqualTo(back == Succession.OLDER && possible(other));
			}
			assertThat(sameOwner || (there != Succession.NEWER && back != Succession.NEWER)).isTrue();
			assertThat(Succession.of(one, one, true, NOW, LIFE)).isIn(Succession.UNDECIDED, Succession.FUTURE);
		}
	}

	private static boolean hides(CredentialFacts one, CredentialFacts other) {
		return (one.issued() == null) != (other.issued() == null);
	}

	private static boolean possible(CredentialFacts facts) {
		return facts.issued() == null || !facts.issued().isAfter(NOW.plus(Duration.ofMinutes(10)));
	}

	private static CredentialFacts random(Random random) {
		return facts(minutes(random), minutes(random));
	}

	private static @Nullable Integer minutes(Random random) {
		return (random.nextInt(4) == 0) ? null : random.nextInt(-6, 7);
	}

	private static CredentialFacts facts(@Nullable Integer issued, @Nullable Integer expires) {
		return new CredentialFacts((expires != null) ? new Expiry(at(expires), false) : null,
				(issued != null) ? at(issued) : null, null, null, true);
	}

	private static Instant at(int minutes) {
		return NOW.plus(Duration.ofMinutes(minutes));
	}

}
