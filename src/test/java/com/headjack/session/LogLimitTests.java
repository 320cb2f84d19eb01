package com.headjack.session;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LogLimitTests {

	@Test
	void parseTakesMebibytes() {
		assertThat(LogLimit.parse("2").half()).isEqualTo(1024);
		assertThat(LogLimit.parse(null).half()).isEqualTo(32 * 1024);
		assertThat(LogLimit.parse("999999").half()).isPositive();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "-1", "1.5", "64M", "1000000" })
	void parseWhenTextIsNoSizeSaysWhatIs(String text) {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> LogLimit.parse(text))
			.withMessage("logs.limit is \"" + text + "\", which is not a size in MiB")
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED))
			.satisfies(
					(ex) -> assertThat(ex.remedy()).hasValueSatisfying((remedy) -> assertThat(remedy).contains("64")));
	}

}
