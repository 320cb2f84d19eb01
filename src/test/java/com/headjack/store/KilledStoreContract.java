package com.headjack.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.credential.CredentialMigration;
import com.headjack.store.file.FileStoreProgram;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every store on this machine has to do for programs that are killed.
 */
public abstract class KilledStoreContract extends SharedSecretStoreContract {

	private static final String BEFORE = "CANARY-before\n".repeat(50);

	private static final String AFTER = "CANARY-after\n".repeat(100);

	private static final int KILLED = 137;

	/**
	 * Creating, taking and releasing the lock are steps of each store but Vault.
	 */
	private static final int MOST_OF_THE_LOCK = 3;

	@TempDir
	private static Path shared;

	private static Faults faults;

	@BeforeAll
	static void buildFaults() throws Exception {
		faults = Faults.build(shared);
	}

	/**
	 * Starts {@link StoreProgram#run} on the store in another process.
	 * @param prefix words that stand before the command, or none
	 */
	protected abstract Process start(List<String> prefix, List<String> arguments) throws IOException;

	/**
	 * How many steps there are from one at which a put is killed to the next.
	 */
	protected int stride() {
		return 1;
	}

	/**
	 * The same for a migration, which has ten times as many.
	 */
	protected int migrationStride() {
		return 5;
	}

	@Override
	protected final Process start(List<String> arguments) throws IOException {
		return start(List.of(), arguments);
	}

	@Test
	void putWhenKilledAtAStepLeavesTheOldOrTheNewSecretAndNothingInTheWay(TestReporter reporter) throws Exception {
		SecretName name = name();
		int kills = 0;
		int stored = 0;
		while (isKilled(name, step(kills, stride()))) {
			kills++;
			String found = find(name).orElseThrow();
			assertThat(found).as("killed at step %d", kills).isIn(BEFORE, AFTER);
			assertThat(store().list()).containsOnlyOnce(name);
			stored += found.equals(AFTER) ? 1 : 0;
		}
		assertThat(find(name)).contains(AFTER);
		reporter.publishEntry("kills", "%s, of which %s after it was stored".formatted(kills, stored));
		assertThat(kills).isGreaterThan(MOST_OF_THE_LOCK);
		assertThat(stored).isPositive();
	}

	@ParameterizedTest
	@ValueSource(strings = { "away", "back" })
	void migrateWhenKilledAtAStepLosesNothingAndIsCompletedByAnother(String direction, TestReporter reporter)
			throws Exception {
		Path folder = Files.createTempDirectory(TestLocks.folder(), "migration").resolve("configuration/keyring");
		RevisedStore files = FileStoreProgram.locked(folder);
		RevisedStore ours = new OwnersStore(store(), name().owner());
		RevisedStore source = direction.equals("away") ? ours : files;
		RevisedStore target = direction.equals("away") ? files : ours;
		List<SecretName> names = List.of(name(), name("work"));
		int kills = 0;
		while (isKilled(source, target, names, step(kills, migrationStride()),
				List.of("migrate", name().owner(), folder.toString(), direction))) {
			kills++;
			assertThat(names).as("killed %d times", kills)
				.allSatisfy(
						(name) -> assertThat(Stream.of(source, target).flatMap((store) -> find(store, name).stream()))
							.isNotEmpty()
							.containsOnly("CANARY-" + name));
			new CredentialMigration(source, target).run((_) -> {
			});
			assertThat(source.list()).isEmpty();
			assertThat(names).allSatisfy((name) -> assertThat(find(target, name)).contains("CANARY-" + name));
		}
		assertThat(source.list()).isEmpty();
		reporter.publishEntry("kills", String.valueOf(kills));
		assertThat(kills).isGreaterThan(MOST_OF_THE_LOCK);
	}

	/**
	 * The next step at which to kill: with {@code -Dheadjack.test.steps=all} each in
	 * turn.
	 */
	private static int step(int kills, int stride) {
		return 1 + kills * ("all".equals(System.getProperty("headjack.test.steps")) ? 1 : stride);
	}

	private boolean isKilled(RevisedStore source, RevisedStore target, List<SecretName> names, int step,
			List<String> words) throws Exception {
		names.forEach(target::remove);
		names.forEach((name) -> put(source, name, "CANARY-" + name));
		return isKilled(step, words);
	}

	private boolean isKilled(SecretName name, int step) throws Exception {
		Revision before = put(store(), name, BEFORE, Expected.anything());
		return isKilled(step, List.of("renew", name.text(), AFTER, before.text()));
	}

	private boolean isKilled(int step, List<String> words) throws Exception {
		Process process = start(faults.killing(TestLocks.folder(), step), words);
		String output = StoreProgram.output(process);
		int code = process.waitFor();
		assertThat(code).as(output).isIn(0, KILLED);
		assertThat(output).isIn((code == 0) ? List.of(StoreProgram.WON) : List.of("", StoreProgram.WON));
		return code == KILLED;
	}

}
