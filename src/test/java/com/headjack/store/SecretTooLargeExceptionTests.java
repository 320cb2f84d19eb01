package com.headjack.store;

import org.junit.jupiter.api.Test;

import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SecretTooLargeExceptionTests {

	@Test
	void checkTakesASecretUpToTheLimit() {
		SecretTooLargeException.check(Secret.of("C"), "a store", 1);
		SecretTooLargeException.check(Secret.of("CANARY"), "a store", 6);
	}

	@Test
	void checkWhenOverTheLimitTellsSizeAndLimit() {
		assertThatExceptionOfType(SecretTooLargeException.class)
			.isThrownBy(() -> SecretTooLargeException.check(Secret.of("C".repeat(1235)), "a store", 1234))
			.withMessage("the secret has 1,235 bytes, but a store takes at most 1,234")
			.satisfies((ex) -> assertThat(ex.remedy()).hasValue(StoreRemedies.ANOTHER_STORE_SUCH_AS_FILE));
	}

	@Test
	void checkRefusesAnEmptySecret() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> SecretTooLargeException.check(Secret.of(""), "a store", 1));
	}

}
