package com.headjack.credential;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ExpiryTests {

	private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

	@ParameterizedTest
	@CsvSource({ "PT0S,expired 0 s ago", "PT1S,expires in 1 s", "PT59S,expires in 59 s", "PT1M,expires in 1 min",
			"PT44M58S,expires in 45 min", "PT59M59S,expires in 1 h", "PT2H59M58S,expires in 3 h",
			"PT23H59M,expires in 1 d", "P6DT23H59M,expires in 7 d", "-PT59S,expired 59 s ago",
			"-PT119S,expired 1 min ago", "-PT59M59S,expired 59 min ago", "-PT23H59M,expired 23 h ago",
			"-P2DT23H,expired 2 d ago", "P60000D,expires in 60000 d" })
	void wordsRoundTheFutureAndCutThePast(Duration left, String words) {
		Expiry expiry = new Expiry(NOW.plus(left), false);
		assertThat(expiry.words(NOW)).isEqualTo(words);
		assertThat(expiry.shown(NOW)).isEqualTo(words);
	}

	@ParameterizedTest
	@CsvSource({ "P361D,expires in about 361 d,~ 361 d", "-P2D,expired about 2 d ago,~ 2 d ago" })
	void wordsOfAnEstimateSaySo(Duration left, String words, String shown) {
		Expiry expiry = new Expiry(NOW.plus(left), true);
		assertThat(expiry.words(NOW)).isEqualTo(words);
		assertThat(expiry.shown(NOW)).isEqualTo(shown);
	}

}
