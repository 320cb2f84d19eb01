package com.headjack.store.keyctl;

import org.junit.jupiter.api.Test;

import com.headjack.store.StoreUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SyscallNumbersTests {

	@Test
	void ofGivesTheNumbersOfTheProcessor() {
		assertThat(SyscallNumbers.of("amd64")).isEqualTo(new SyscallNumbers(248, 250));
		assertThat(SyscallNumbers.of("aarch64")).isEqualTo(new SyscallNumbers(217, 219));
	}

	@Test
	void ofWhenNotKnownThrows() {
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> SyscallNumbers.of("s390x"))
			.withMessage("the kernel keyring is not supported on s390x");
	}

}
