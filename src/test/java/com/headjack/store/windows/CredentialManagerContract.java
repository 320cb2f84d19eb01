package com.headjack.store.windows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.headjack.store.SecretName;
import com.headjack.store.RevisedStore;
import com.headjack.store.SecretStore;
import com.headjack.store.SharedSecretStoreContract;
import com.headjack.store.TestLocks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The store on the Credential Manager of the machine that it runs on: a Windows, or Wine,
 * where {@code WineIntegrationTests} has it run.
 */
class CredentialManagerContract extends SharedSecretStoreContract {

	private static final String LARGE = "CANARY--".repeat(800);

	private final CredentialBindings credentials = Advapi32CredentialBindings.ofWindows();

	private final SecretStore store = WincredStoreProgram.store();

	@Override
	protected RevisedStore store() {
		return TestLocks.over(this.store);
	}

	@Override
	protected Process start(List<String> arguments) throws IOException {
		return WincredStoreProgram.start(arguments);
	}

	@Override
	protected Foreign plantForeign(SecretName name) {
		String target = "com.headjack.cli:" + name.text();
		this.credentials.write(target, utf8("FAKE-foreign"));
		return new Foreign() {

			@Override
			public boolean intact() {
				return new String(read(target), StandardCharsets.UTF_8).equals("FAKE-foreign");
			}

			@Override
			public void close() {
				CredentialManagerContract.this.credentials.delete(target);
			}

		};
	}

	private byte[] read(String target) {
		return this.credentials.read(target);
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private List<String> parts(SecretName name) {
		return WindowsFailures.ABSENT.find(() -> this.credentials.enumerate(TargetName.parts(name)))
			.orElse(List.of())
			.stream()
			.map(CredentialBindings.Entry::target)
			.toList();
	}

	@Test
	void findWhenWrittenByTheNamesakeGivesTheSecret() {
		this.credentials.write(TargetName.of(name()), utf8("{\"type\":\"apikey\",\"value\":\"CANARY\"}"));
		assertThat(find(name())).contains("{\"type\":\"apikey\",\"value\":\"CANARY\"}");
	}

	@Test
	void putWhenSmallIsOneCredentialInPlainUtf8() {
		put(name(), "CANARY-é");
		assertThat(read(TargetName.of(name()))).isEqualTo(utf8("CANARY-é"));
		assertThat(parts(name())).isEmpty();
	}

	@Test
	void putWhenShrinkingAndGrowingLeavesNoParts() {
		put(name(), LARGE);
		put(name(), LARGE + LARGE);
		assertThat(parts(name())).hasSize(5);
		put(name(), LARGE);
		assertThat(parts(name())).hasSize(3);
		put(name(), "CANARY-small");
		assertThat(parts(name())).isEmpty();
	}

	@Test
	void putOfTheLargestKeepsIt() {
		put(name(), "C".repeat(WincredSecretStore.LIMIT));
		assertThat(find(name())).contains("C".repeat(WincredSecretStore.LIMIT));
	}

	@Test
	void removeWhenLargeRemovesEveryPart() {
		put(name(), LARGE);
		put(name("work"), LARGE);
		assertThat(this.store.remove(name())).isTrue();
		assertThat(parts(name())).isEmpty();
		assertThat(find(name("work"))).contains(LARGE);
	}

	@Test
	void enumerateTellsWhenEachWasWritten() {
		for (String account : List.of("a", "bc", "def", "ghij")) {
			put(name(account), "CANARY-" + account);
		}
		assertThat(this.credentials.enumerate(TargetName.PREFIX)).hasSizeGreaterThanOrEqualTo(4)
			.allSatisfy((entry) -> assertThat(entry.written()).isBetween(Instant.now().minusSeconds(600),
					Instant.now().plusSeconds(60)));
	}

}
