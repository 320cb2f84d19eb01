package com.headjack.wire;

import java.nio.BufferUnderflowException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HelloTests {

	private static final Hello HELLO = new Hello("build", "/opt/hjk", List.of("Uid:\t1"), List.of("run", "", "ä\n"),
			"/tmp", Map.of("A", "b", "C", "x".repeat(100_000)), "stdin,stdout", "5:6", "24 80");

	@Test
	void ofWhenSaidIsSame() {
		assertThat(Hello.of(read())).isEqualTo(HELLO);
	}

	@Test
	void ofWhenBrokenOffThrows() {
		assertThatExceptionOfType(BufferUnderflowException.class)
			.isThrownBy(() -> Hello.of(Content.of(new Content().number(1).number(1000).written())));
	}

	@Test
	void ofWhenProtocolIsOtherThrows() {
		assertThatIllegalArgumentException().isThrownBy(() -> Hello.of(Content.of(new Content().number(2).written())));
	}

	@Test
	void toStringWhenCalledHoldsNoWord() {
		assertThat(HELLO).hasToString("Hello[build]");
		assertThat(HELLO.frame()).hasToString("Frame[HELLO]");
	}

	private static Content read() {
		return Content.of(HELLO.frame().content().written());
	}

}
