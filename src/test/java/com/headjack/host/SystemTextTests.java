package com.headjack.host;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.headjack.failure.HeadjackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SystemTextTests {

	@Test
	void decodeThenEncodeKeepsAllBytes() {
		Random random = new Random(1);
		Set<String> texts = new HashSet<>();
		for (int i = 0; i < 10_000; i++) {
			byte[] bytes = new byte[6 + random.nextInt(20)];
			random.nextBytes(bytes);
			String text = SystemText.decode(bytes);
			assertThat(SystemText.encode(text)).isEqualTo(bytes);
			assertThat(SystemText.flaw(text).isEmpty())
				.isEqualTo(text.equals(new String(bytes, StandardCharsets.UTF_8)));
			texts.add(text);
		}
		assertThat(texts).hasSize(10_000);
	}

	@Test
	void decodeWhenUtf8IsTheText() {
		String text = "aü€\ufffd\ud83d\ude00\u0000";
		assertThat(SystemText.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
		assertThat(SystemText.flaw(text)).isEmpty();
	}

	@Test
	void flawNamesTheFirstByte() {
		assertThat(SystemText.flaw(SystemText.decode(new byte[] { 'a', (byte) 0xfc, (byte) 0xe9 })))
			.hasValue("the byte 0xFC");
		assertThat(SystemText.flaw(SystemText.marked("a\ufffd"))).hasValue("a byte");
	}

	@Test
	void completeTellsWhetherBytesAreUnknown() {
		assertThat(SystemText.complete(SystemText.decode(new byte[] { (byte) 0xfc }))).isTrue();
		assertThat(SystemText.complete(SystemText.marked("\ufffd\ud83d\ude00"))).isFalse();
	}

	@Test
	void requireTypedWhenAByteWasReplacedThrows() {
		assertThat(SystemText.requireTyped("müller")).isEqualTo("müller");
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> SystemText.requireTyped("CANARY\ufffd"))
			.withMessage("what was typed holds a byte that is not UTF-8");
	}

}
