package com.headjack.credential;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainValueTests {

	private static final Instant NOW = Instant.parse("2026-11-28T16:31:07.123456789Z");

	@ParameterizedTest
	@ValueSource(strings = { "2026-11-28", "2026/11/28", "2026.11.28", "2026-11-28T16:31:07Z",
			"2026-11-28 16:31:07 UTC", "2026-11-28T16:31:07.123456789+00:00", "2026-11-28T16:31:07-0830",
			"2026-11-28T16:31", "20261128T163107Z", "16:31:07", "16:31:07.5+01:00", "Sat, 28 Nov 2026 16:31:07 GMT",
			"Saturday, 28-Nov-26 16:31:07 GMT", "Sat Nov 28 16:31:07 2026", "Sat Nov  8 16:31:07 CEST 2026",
			"28 November 2026", "November 28, 2026", " 2026-11-28\n", "PT8H6M12.345S", "P30D", "true", "False",
			"never" })
	void isTimeOrTruthOfDatesTimesAndTruthValues(String text) {
		assertThat(PlainValue.isTimeOrTruth(text)).isTrue();
	}

	@Test
	void isTimeOrTruthOfWhatJavaWrites() {
		ZonedDateTime date = NOW.atZone(ZoneId.of("Europe/Berlin"));
		assertThat(new String[] { NOW.toString(), date.toString(), date.toOffsetDateTime().toString(),
				date.toLocalDateTime().toString(), date.toLocalTime().toString(), date.toLocalDate().toString(),
				DateTimeFormatter.RFC_1123_DATE_TIME.format(NOW.atOffset(ZoneOffset.UTC)),
				DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ROOT).format(date),
				Duration.ofMillis(123_456_789).toString() })
			.allMatch(PlainValue::isTimeOrTruth);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1796000000", "1796000000.123456", "1796000000123", "1796000000123456",
			"1796000000123456789", "-12345678", "0.12345678", "1.796E9" })
	void isNumberOfCountsOfTime(String text) {
		assertThat(PlainValue.isNumber(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "FAKE-CANARY-0123456789", "12345678901234567890",
			"0123456789012345678901234567890123456789", "1234-5678-9012", "2026-11-28-FAKE", "2026-13-28",
			"2026-11-28T", "sk-2026-11-28", "0x0123456789abcdef", "123456-123456-123456-123456", "1e5f2a3b4c5d6e7f",
			"Mon", "PFAKE", "P", "truetrue", "Saturday", "marvellous", "eyJhbGciOiJub25lIn0.eyJGQUtFIjoxfQ.RkFLRQ",
			"20261128T163107ZFAKE", "16:31:07:FAKE" })
	void neitherOfTokens(String text) {
		assertThat(PlainValue.isNumber(text)).isFalse();
		assertThat(PlainValue.isTimeOrTruth(text)).isFalse();
	}

}
