package com.headjack.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every store has to do that other processes see.
 */
public abstract class SharedSecretStoreContract extends SecretStoreContract {

	/**
	 * A renewal takes so many times as long as a write.
	 */
	private static final int RENEWALS = 4;

	/**
	 * Starts {@link StoreProgram#run} on the store in another process.
	 */
	protected abstract Process start(List<String> arguments) throws IOException;

	/**
	 * How often each of two processes writes at the same time.
	 */
	protected int times() {
		return 100;
	}

	/**
	 * Puts something into the store's place that is not ours, with names like ours.
	 * @param name the name that it looks like
	 * @return looks whether it is still there, and as it was
	 */
	protected abstract Foreign plantForeign(SecretName name) throws IOException;

	@Test
	void findInAnotherProcessGivesTheSecret() throws IOException {
		put(name(), "CANARY-value");
		assertThat(StoreProgram.output(start(List.of("find", name().text())))).isEqualTo("CANARY-value");
	}

	@Test
	void findAfterPutInAnotherProcessGivesTheSecret() throws IOException {
		assertThat(StoreProgram.output(start(List.of("write", name().text(), "a", "1")))).isEmpty();
		assertThat(find(name())).contains(StoreProgram.value("a", 1));
	}

	@Test
	void findWhileTwoProcessesWriteGivesWholeSecretsAndThenTheLast() throws IOException {
		put(name(), StoreProgram.value("first", 1));
		Process one = start(List.of("write", name().text(), "one", String.valueOf(times())));
		Process two = start(List.of("write", name().text(), "two", String.valueOf(times())));
		List<String> seen = new ArrayList<>();
		while (one.isAlive() || two.isAlive()) {
			seen.add(find(name()).orElse("missing"));
		}
		assertThat(StoreProgram.output(one)).isEmpty();
		assertThat(StoreProgram.output(two)).isEmpty();
		assertThat(seen).isNotEmpty().allMatch(StoreProgram::whole);
		assertThat(find(name()).orElseThrow()).isIn(StoreProgram.value("one", times()),
				StoreProgram.value("two", times()));
	}

	@Test
	void putByProcessesThatFoundTheSameLetsOneWinAndTellsTheOther() throws IOException {
		SecretName name = name();
		String revision = put(store(), name, "CANARY-before", Expected.anything()).text();
		String one = StoreProgram.value("one", 1);
		String two = StoreProgram.value("two", 2);
		List<String> answers = StoreProgram.race(List.of(start(List.of("await", "renew", name.text(), one, revision)),
				start(List.of("await", "renew", name.text(), two, revision))));
		assertThat(answers).containsExactlyInAnyOrder(StoreProgram.WON, StoreProgram.LOST);
		assertThat(find(name)).contains(answers.getFirst().equals(StoreProgram.WON) ? one : two);
	}

	@Test
	void putByProcessesThatRenewAgainAndAgainLosesNoRenewal(TestReporter reporter) throws IOException {
		SecretName name = name();
		put(name, StoreProgram.value(StoreProgram.COUNTER, 0));
		List<String> words = List.of("await", "count", name.text(), String.valueOf(times() / RENEWALS));
		List<String> conflicts = StoreProgram.race(List.of(start(words), start(words)));
		assertThat(conflicts).allMatch((text) -> text.matches("\\d+"));
		assertThat(find(name)).contains(StoreProgram.value(StoreProgram.COUNTER, 2 * (times() / RENEWALS)));
		reporter.publishEntry("conflicts", conflicts.toString());
	}

	@Test
	void findWhileTwoProcessesRenewGivesWholeSecretsInTheirOrder() throws IOException {
		SecretName name = name();
		put(name, StoreProgram.value(StoreProgram.COUNTER, 0));
		List<String> words = List.of("count", name.text(), String.valueOf(times() / RENEWALS));
		Process one = start(words);
		Process two = start(words);
		List<String> seen = new ArrayList<>();
		while (one.isAlive() || two.isAlive()) {
			seen.add(find(name).orElse("missing"));
		}
		assertThat(seen).isNotEmpty().allMatch(StoreProgram::whole);
		assertThat(seen).extracting(StoreProgram::number).isSorted();
	}

	@Test
	void anotherServicesItemIsUntouched() throws IOException {
		SecretName name = name();
		try (Foreign foreign = plantForeign(name)) {
			assertThat(store().find(name)).isEmpty();
			assertThat(store().list()).doesNotContain(name);
			assertThat(store().remove(name)).isFalse();
			put(name, "CANARY-value");
			assertThat(store().remove(name)).isTrue();
			assertThat(foreign.intact()).isTrue();
		}
	}

	/**
	 * Something that is not ours.
	 */
	protected interface Foreign extends AutoCloseable {

		boolean intact() throws IOException;

		@Override
		void close() throws IOException;

	}

}
