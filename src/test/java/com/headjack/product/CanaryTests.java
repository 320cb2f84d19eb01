package com.headjack.product;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Canary}.
 */
class CanaryTests {

	@Test
	void isInWhenPlainIsTrue() {
		assertThat(Canary.isIn("key=" + Canary.MARK + ";")).isTrue();
		assertThat(Canary.isIn("key=;")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "a", "ab", "abc", "abcd" })
	void isInWhenEncodedIsTrue(String before) {
		byte[] text = (before + Canary.MARK + "\0after").getBytes(StandardCharsets.US_ASCII);
		assertThat(Canary.isIn(Base64.getEncoder().encodeToString(text))).isTrue();
		assertThat(Canary.isIn(Base64.getUrlEncoder().encodeToString(text))).isTrue();
	}

}
