package com.headjack.credential;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SuccessionTests {

	private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

	@ParameterizedTest
	@CsvSource({
			// The time of issue decides where both copies have one.
			"-60, 60, FAKE-a, -30, 90, FAKE-a, NEWER", "-60, 60, FAKE-a, -90, 90, FAKE-a, OLDER",
			"-60, 60, FAKE-a, -60, 90, FAKE-a, NEWER", "-60, 60, FAKE-a, -60, 30, FAKE-a, OLDER",
			"-60, 60, FAKE-a, -60, 60, FAKE-a, SAME", ", 60, FAKE-a, , 90, FAKE-a, NEWER",
			", 60, FAKE-a, -60, 60, FAKE-a, SAME", "-60, , FAKE-a, , 90, FAKE-a, SAME", ", , , , , , SAME",
			// Whose it is.
			"-60, 60, FAKE-a, -30, 90, FAKE-b, ANOTHER_IDENTITY", "-60, 60, FAKE-a, -30, 90, , ANOTHER_IDENTITY",
			"-60, 60, , -30, 90, FAKE-b, ANOTHER_IDENTITY", "-60, 60, , -30, 90, , NEWER",
			// What cannot be true.
			"-60, 60, FAKE-a, 10, 90, FAKE-a, NEWER", "-60, 60, FAKE-a, 11, 90, FAKE-a, UNREADABLE",
			"-60, 60, FAKE-a, -30, 576001, FAKE-a, NEWER", ", 60, FAKE-a, , 576000, FAKE-a, NEWER",
			", 60, FAKE-a, , 576001, FAKE-a, UNREADABLE", ", 576001, FAKE-a, , 576001, FAKE-a, SAME" })
	void ofComparesWhatBothSayOfThemselves(@Nullable Integer issued, @Nullable Integer expires, @Nullable String whose,
			@Nullable Integer offeredIssued, @Nullable Integer offeredExpires, @Nullable String offeredWhose,
			Succession succession) {
		assertThat(
				Succession.of(facts(issued, expires, whose), facts(offeredIssued, offeredExpires, offeredWhose), NOW))
			.isEqualTo(succession);
	}

	@Test
	void ofTakesNoEstimateForAProof() {
		CredentialFacts kept = new CredentialFacts(new Expiry(NOW, true), null, null, null, true);
		CredentialFacts offered = new CredentialFacts(new Expiry(NOW.plusSeconds(60), true), null, null, null, true);
		assertThat(Succession.of(kept, offered, NOW)).isEqualTo(Succession.SAME);
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
			Succession there = Succession.of(one, other, NOW);
			Succession back = Succession.of(other, one, NOW);
			assertThat(there == Succession.NEWER).as("%s %s", one, other)
				.isEqualTo(back == Succession.OLDER && possible(other));
			if (List.of(there, back).contains(Succession.NEWER)) {
				assertThat(one.identity()).isEqualTo(other.identity());
			}
			assertThat(Succession.of(one, one, NOW)).isIn(Succession.SAME, Succession.UNREADABLE);
		}
	}

	private static boolean possible(CredentialFacts facts) {
		return facts.issued() == null || !facts.issued().isAfter(NOW.plus(Duration.ofMinutes(10)));
	}

	private static CredentialFacts random(Random random) {
		List<String> names = List.of("FAKE-a", "FAKE-b");
		return facts(minutes(random), minutes(random), random.nextInt(3) == 0 ? null : names.get(random.nextInt(2)));
	}

	private static @Nullable Integer minutes(Random random) {
		return (random.nextInt(4) == 0) ? null : random.nextInt(-6, 7);
	}

	private static CredentialFacts facts(@Nullable Integer issued, @Nullable Integer expires,
			@Nullable String identity) {
		return new CredentialFacts((expires != null) ? new Expiry(at(expires), false) : null,
				(issued != null) ? at(issued) : null, null, identity, true);
	}

	private static Instant at(int minutes) {
		return NOW.plus(Duration.ofMinutes(minutes));
	}

}
