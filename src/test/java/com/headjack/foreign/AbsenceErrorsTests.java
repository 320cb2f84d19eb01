package com.headjack.foreign;

import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AbsenceErrorsTests {

	private final AbsenceErrors errors = AbsenceErrors.of(2, 126);

	@Test
	void findWhenTheCallSucceedsReturnsItsResult() {
		assertThat(this.errors.find(() -> "found")).hasValue("found");
	}

	@Test
	void findWhenNotFoundIsEmpty() {
		assertThat(this.errors.find(() -> fail(2))).isEmpty();
		assertThat(this.errors.find(() -> fail(126))).isEmpty();
	}

	@Test
	void findWhenTheCallFailsOtherwiseThrowsTheFailure() {
		assertThatExceptionOfType(NativeCallException.class).isThrownBy(() -> this.errors.find(() -> fail(13)))
			.satisfies((ex) -> assertThat(ex.errno()).isEqualTo(13));
	}

	@Test
	void changeTellsWhetherTheThingWasFound() {
		AtomicBoolean changed = new AtomicBoolean();
		assertThat(this.errors.change(() -> changed.set(true))).isTrue();
		assertThat(changed).isTrue();
		assertThat(this.errors.change(() -> fail(2))).isFalse();
	}

	private static String fail(int errno) {
		throw new NativeCallException("function", errno);
	}

}
