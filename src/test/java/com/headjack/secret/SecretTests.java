package com.headjack.secret;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SecretTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "CANARY", "CANARY é日本😀\0\n" })
	void ofTextGivesTheText(String text) {
		try (Secret secret = Secret.of(text)) {
			assertThat(secret.reveal()).isEqualTo(text);
			assertThat(secret.size()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
		}
	}

	@Test
	void closeWipesTheBytes() throws ReflectiveOperationException {
		Field field = Secret.class.getDeclaredField("utf8");
		field.setAccessible(true);
		Secret secret = Secret.of("CANARY");
		secret.close();
		assertThat((byte[]) field.get(secret)).containsOnly(0);
	}

	@Test
	void ofBytesCopies() {
		byte[] utf8 = "CANARY".getBytes(StandardCharsets.UTF_8);
		try (Secret secret = Secret.of(utf8)) {
			utf8[0] = 'X';
			assertThat(secret.reveal()).isEqualTo("CANARY");
		}
	}

	@Test
	void wipingLeavesNothingInTheArray() {
		byte[] utf8 = "CANARY".getBytes(StandardCharsets.UTF_8);
		try (Secret secret = Secret.wiping(utf8)) {
			assertThat(secret.reveal()).isEqualTo("CANARY");
		}
		assertThat(utf8).containsOnly(0);
	}

	@Test
	void useLendsACopyAndWipesIt() {
		AtomicReference<byte[]> lent = new AtomicReference<>();
		try (Secret secret = Secret.of("CANARY")) {
			assertThat(secret.<Integer>use((utf8) -> {
				lent.set(utf8);
				return utf8.length;
			})).isEqualTo(6);
			assertThat(lent.get()).containsOnly(0);
			assertThat(secret.reveal()).isEqualTo("CANARY");
		}
	}

	@Test
	void useWhenTheFunctionFailsWipesToo() {
		AtomicReference<byte[]> lent = new AtomicReference<>();
		try (Secret secret = Secret.of("CANARY")) {
			assertThatIllegalStateException().isThrownBy(() -> secret.use((utf8) -> {
				lent.set(utf8);
				throw new IllegalStateException();
			}));
		}
		assertThat(lent.get()).containsOnly(0);
	}

	@Test
	void revealWhenClosedThrows() {
		Secret secret = Secret.of("CANARY");
		secret.close();
		assertThatIllegalStateException().isThrownBy(secret::reveal).withMessageNotContaining("CANARY");
		assertThatIllegalStateException().isThrownBy(() -> secret.use((utf8) -> utf8.length));
	}

	@Test
	void usesGrowWithEachSecretThatIsMadeOrClosed() {
		long before = Secret.uses();
		Secret secret = Secret.of("CANARY");
		long made = Secret.uses();
		secret.close();
		assertThat(made).isGreaterThan(before);
		assertThat(Secret.uses()).isGreaterThan(made);
	}

	@Test
	void toStringShowsNothing() {
		try (Secret secret = Secret.of("CANARY")) {
			assertThat(secret).hasToString("[secret]");
		}
	}

	@Test
	void equalsComparesTheText() {
		try (Secret one = Secret.of("CANARY"); Secret same = Secret.of("CANARY"); Secret other = Secret.of("CANARY2")) {
			assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other).isNotEqualTo("CANARY");
		}
	}

	@Test
	void equalsWhenClosedIsFalse() {
		Secret one = Secret.of("CANARY");
		Secret same = Secret.of("CANARY");
		same.close();
		assertThat(one).isNotEqualTo(same);
		one.close();
		assertThat(one).isNotEqualTo(same);
	}

}
