package com.headjack.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LockedStoreTests extends SecretStoreContract {

	@TempDir
	private Path home;

	private final MapSecretStore plain = new MapSecretStore();

	private Path folder;

	private RevisedStore store;

	@BeforeEach
	void createStore() {
		this.folder = this.home.resolve("state/locks");
		this.store = TestLocks.over(this.plain, this.folder);
	}

	@Override
	protected RevisedStore store() {
		return this.store;
	}

	private RevisedStore impatient() {
		return new LockedStore(this.plain, new SecretLocks(this.folder, Duration.ofMillis(50)));
	}

	@Test
	void describesItselfAsThePlainStore() {
		assertThat(this.store.name()).isEqualTo("map");
		assertThat(this.store.place()).isEqualTo("a map of a test");
		assertThat(this.store.persistence()).isEqualTo(Persistence.UNTIL_REBOOT);
		assertThat(this.store.onlyIfNamed()).isFalse();
	}

	@Test
	void findNeedsNoLock() {
		put(this.plain, name(), "CANARY-value");
		assertThat(find(name())).contains("CANARY-value");
		assertThat(this.store.list()).containsExactly(name());
		assertThat(this.folder).doesNotExist();
	}

	@Test
	void putMakesALockThatTellsNothing() throws IOException {
		put(name("work"), "CANARY-value");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.folder))).isEqualTo("rwx------");
		assertThat(this.folder).isDirectoryContaining((file) -> file.getFileName().toString().matches("[0-9a-f]{2}"));
		assertThat(this.folder).isDirectoryNotContaining((file) -> file.getFileName().toString().length() > 2);
	}

	@Test
	void putOfManyNamesLeavesFewLocks() {
		for (int i = 0; i < 1_000; i++) {
			put(name("account-" + i), "CANARY-value");
		}
		assertThat(this.folder.toFile().list()).hasSizeLessThanOrEqualTo(256);
	}

	@Test
	void putAsksTheUserBeforeItTakesTheLock() {
		MapSecretStore asking = new MapSecretStore() {

			@Override
			public void unlock() {
				assertThat(LockedStoreTests.this.folder).doesNotExist();
				throw new StoreLockedException("nobody answers", null);
			}

		};
		assertThatExceptionOfType(StoreLockedException.class)
			.isThrownBy(() -> put(TestLocks.over(asking, this.folder), name(), "CANARY-value"));
		assertThat(this.folder).doesNotExist();
	}

	@Test
	@Timeout(30)
	void putWhileAnotherHasTheLockThrowsAndNamesItsFile() throws Exception {
		CountDownLatch writing = new CountDownLatch(1);
		CountDownLatch done = new CountDownLatch(1);
		MapSecretStore slow = new MapSecretStore() {

			@Override
			public void put(SecretName name, Secret value) {
				writing.countDown();
				await(done);
			}

		};
		SecretName name = name();
		Thread writer = Thread.ofPlatform().start(() -> put(TestLocks.over(slow, this.folder), name, "CANARY-value"));
		await(writing);
		assertThatExceptionOfType(StoreTimeoutException.class).isThrownBy(() -> put(impatient(), name, "CANARY-mine"))
			.withMessageStartingWith("another process is changing the login (its lock is " + this.folder);
		assertThatExceptionOfType(StoreTimeoutException.class).isThrownBy(() -> impatient().remove(name));
		assertThat(find(name)).isEmpty();
		done.countDown();
		writer.join();
		put(impatient(), name, "CANARY-mine");
		assertThat(find(name)).contains("CANARY-mine");
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void putWhenTheFolderIsOpenToOthersThrowsWithTheRemedy() throws IOException {
		Files.createDirectories(this.folder);
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwxrwxrwx"));
		assertUnusable("the folder %s is open to others (rwxrwxrwx)".formatted(this.folder),
				"run: chmod 700 " + this.folder);
	}

	@Test
	void putWhenTheFolderIsALinkThrows() throws IOException {
		Files.createDirectories(this.folder.getParent());
		Path elsewhere = Files.createDirectory(this.home.resolve("elsewhere"));
		Files.createSymbolicLink(this.folder, elsewhere);
		assertUnusable("the folder %s is not a folder of its own".formatted(this.folder), "move it away");
		assertThat(elsewhere).isEmptyDirectory();
	}

	@Test
	void putWhenAFileIsInTheFoldersPlaceThrows() throws IOException {
		Files.createDirectories(this.folder.getParent());
		Files.writeString(this.folder, "FAKE");
		assertUnusable("the folder %s cannot be written: a file is in its place".formatted(this.folder),
				"make room or access for it");
	}

	@Test
	void putWhenTheFolderCannotBeMadeThrows() {
		this.folder = Path.of("/proc/headjack/locks");
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> put(impatient(), name(), "CANARY"))
			.withMessageStartingWith("the folder /proc/headjack/locks cannot be written: ");
	}

	@Test
	@Timeout(30)
	void putWhenTheLockIsNoFileThrows() throws Exception {
		put(name(), "CANARY-value");
		Path lock = Path.of(this.folder.toString(), this.folder.toFile().list()[0]);
		Files.delete(lock);
		assertThat(new ProcessBuilder("mkfifo", lock.toString()).start().waitFor()).isZero();
		assertUnusable("%s is not a regular file".formatted(lock), "move it away");
		Files.delete(lock);
		Path target = this.home.resolve("target");
		Files.createSymbolicLink(lock, target);
		assertUnusable("%s is not a regular file".formatted(lock), "move it away");
		assertThat(target).doesNotExist();
	}

	private void assertUnusable(String message, String remedy) {
		Object before = find(name());
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> put(name(), "CANARY-mine"))
			.withMessage(message)
			.satisfies((failure) -> assertThat(failure.remedy()).contains(remedy));
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> this.store.remove(name()));
		assertThat(find(name())).isEqualTo(before);
		this.plain.remove(name());
	}

	/**
	 * The locks of a test that spoils their folder.
	 */
	@Override
	protected void remove(SecretName name) {
		this.plain.remove(name);
	}

}
