package com.headjack.store.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.secret.Secret;
import com.headjack.store.StoreLockedException;
import com.headjack.store.WrongPasswordException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class KeyringPasswordTests {

	private final List<String> questions = new ArrayList<>();

	private final Deque<String> answers = new ArrayDeque<>();

	private KeyringPassword password(Map<String, String> variables) {
		return new KeyringPassword(host(variables), (question) -> {
			this.questions.add(question);
			return Optional.ofNullable(this.answers.poll()).map(Secret::of);
		});
	}

	private static HostEnvironment host(Map<String, String> variables) {
		return new HostEnvironment(OperatingSystem.LINUX, Path.of("/"), Path.of("/"), variables, Set.of());
	}

	@Test
	void getWhenTheVariableIsSetAsksNobody() {
		KeyringPassword password = password(Map.of("HEADJACK_KEYRING_PASSWORD", "FAKE-variable"));
		assertThat(password.get(true).reveal()).isEqualTo("FAKE-variable");
		assertThat(this.questions).isEmpty();
	}

	@Test
	void getWhenTheVariableIsNotUtf8GivesItsBytes() {
		byte[] latin = "m\u00fcller".getBytes(StandardCharsets.ISO_8859_1);
		Secret password = password(Map.of("HEADJACK_KEYRING_PASSWORD", "m\udcfcller")).get(false);
		assertThat(password).isEqualTo(Secret.of(latin)).isNotEqualTo(Secret.of("müller"));
	}

	@Test
	void getAsksOnce() {
		this.answers.add("FAKE-typed");
		KeyringPassword password = password(Map.of());
		assertThat(password.get(false).reveal()).isEqualTo("FAKE-typed");
		assertThat(password.get(true).reveal()).isEqualTo("FAKE-typed");
		assertThat(this.questions).containsExactly("Password of the encrypted files: ");
	}

	@Test
	void getWhenFirstAsksTwice() {
		this.answers.addAll(List.of("FAKE-typed", "FAKE-typed"));
		assertThat(password(Map.of()).get(true).reveal()).isEqualTo("FAKE-typed");
		assertThat(this.questions).containsExactly("New password for the encrypted files: ",
				"The same password again: ");
	}

	@Test
	void getWhenTheTwoDifferThrowsAndForgets() {
		this.answers.addAll(List.of("FAKE-typed", "FAKE-mistyped", "FAKE-typed", "FAKE-typed"));
		KeyringPassword password = password(Map.of());
		assertThatExceptionOfType(WrongPasswordException.class).isThrownBy(() -> password.get(true))
			.withMessage("the two passwords differ");
		assertThat(password.get(true).reveal()).isEqualTo("FAKE-typed");
	}

	@Test
	void getWhenNobodyAnswersTwiceForgetsTheAnswer() {
		Secret typed = Secret.of("FAKE-typed");
		Deque<Optional<Secret>> once = new ArrayDeque<>(List.of(Optional.of(typed), Optional.empty()));
		KeyringPassword password = new KeyringPassword(host(Map.of()), (question) -> once.remove());
		assertThatExceptionOfType(StoreLockedException.class).isThrownBy(() -> password.get(true));
		assertThatIllegalStateException().isThrownBy(typed::reveal);
	}

	@Test
	void getWhenNobodyAnswersIsLockedAndNamesBothWays() {
		assertThatExceptionOfType(StoreLockedException.class).isThrownBy(() -> password(Map.of()).get(false))
			.satisfies((failure) -> assertThat(failure.remedy())
				.contains("set HEADJACK_KEYRING_PASSWORD, or run hjk at a terminal to be asked for it"));
	}

	@Test
	void getWhenNobodyMayBeAskedNamesTheVariableAlone() {
		assertThatExceptionOfType(StoreLockedException.class)
			.isThrownBy(() -> host(Map.of()).unattended(() -> password(Map.of()).get(false)))
			.satisfies((failure) -> assertThat(failure.remedy()).hasValue("set HEADJACK_KEYRING_PASSWORD"));
	}

	@Test
	void getWhenTheAnswerIsEmptyIsLocked() {
		this.answers.add("");
		assertThatExceptionOfType(StoreLockedException.class).isThrownBy(() -> password(Map.of()).get(true));
	}

	@Test
	void getAfterForgetAsksAgain() {
		this.answers.addAll(List.of("FAKE-wrong", "FAKE-typed"));
		KeyringPassword password = password(Map.of());
		Secret wrong = password.get(false);
		password.forget();
		password.forget();
		assertThat(password.get(false).reveal()).isEqualTo("FAKE-typed");
		assertThat(wrong.equals(wrong)).isFalse();
	}

}
