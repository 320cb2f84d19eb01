package com.headjack.store.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.failure.HeadjackException;
import com.headjack.store.Persistence;
import com.headjack.store.Probe;
import com.headjack.store.SecretCorruptException;
import com.headjack.store.SecretName;
import com.headjack.store.RevisedStore;
import com.headjack.store.SecretStore;
import com.headjack.store.SecretTooLargeException;
import com.headjack.store.SharedSecretStoreContract;
import com.headjack.store.StoreDeniedException;
import com.headjack.store.StoreException;
import com.headjack.store.StoreProgram;
import com.headjack.store.StoreTimeoutException;
import com.headjack.store.StoreUnavailableException;
import com.headjack.store.WrongPasswordException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FileSecretStoreTests extends SharedSecretStoreContract {

	@TempDir
	private Path home;

	private Path folder() {
		return this.home.resolve("configuration/keyring");
	}

	private Path file(SecretName name) {
		return folder().resolve(ItemFileName.of(name));
	}

	@Override
	protected RevisedStore store() {
		return FileStoreProgram.locked(folder());
	}

	private SecretStore withPassword(String password) {
		return FileStoreProgram.store(folder(), Duration.ofSeconds(10), FileStoreProgram.FEW_ITERATIONS, password,
				(question) -> Optional.empty());
	}

	@Override
	protected Process start(List<String> arguments) throws IOException {
		return start(List.of(), arguments);
	}

	private Process start(List<String> prefix, List<String> arguments) throws IOException {
		return StoreProgram.start(prefix, FileStoreProgram.class,
				Stream.concat(Stream.of(folder().toString()), arguments.stream()).toList());
	}

	@Override
	protected Foreign plantForeign(SecretName name) throws IOException {
		Files.createDirectories(folder().getParent());
		Path outside = Files.writeString(folder().resolveSibling(name.text().toUpperCase(Locale.ROOT)), "FAKE-outside");
		put(name("first"), "CANARY-first");
		Path inside = Files.writeString(folder().resolve("com.example"), "FAKE-inside");
		return new Foreign() {

			@Override
			public boolean intact() throws IOException {
				return Files.readString(outside).equals("FAKE-outside")
						&& Files.readString(inside).equals("FAKE-inside");
			}

			@Override
			public void close() {
			}

		};
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(folder())) {
			return files.map((file) -> file.getFileName().toString()).filter((file) -> !file.equals(".lock")).toList();
		}
	}

	@Test
	void placeAndPersistenceSayWhereAndHowLong() {
		assertThat(store().name()).isEqualTo("file");
		assertThat(store().place()).isEqualTo("encrypted files (%s)".formatted(folder()));
		assertThat(store().persistence()).isEqualTo(Persistence.UNTIL_DELETED);
	}

	@Test
	void putKeepsTheSecretUnreadableToOthers() throws IOException {
		put(name(), "CANARY-value");
		assertThat(files()).containsExactly(name().text());
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder()))).isEqualTo("rwx------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name())))).isEqualTo("rw-------");
		assertThat(Files.readString(file(name()))).doesNotContain("CANARY");
	}

	@Test
	void putWithTheRealNumberOfIterationsIsReadBack() throws IOException {
		SecretStore real = FileStoreProgram.store(folder(), Duration.ofSeconds(10), FileStoreConfiguration.ITERATIONS,
				FileStoreProgram.PASSWORD, (question) -> Optional.empty());
		put(real, name(), "CANARY-value");
		assertThat(find(name())).contains("CANARY-value");
		assertThat(CompactForm.parse(Files.readAllBytes(file(name()))).getHeader().getPBES2Count()).isEqualTo(600_000);
	}

	@Test
	void putWhenTooLargeThrowsWithTheLimit() {
		put(name(), "CANARY-before");
		assertThatExceptionOfType(SecretTooLargeException.class)
			.isThrownBy(() -> put(name(), "C".repeat(FileSecretStore.LIMIT + 1)));
		assertThat(find(name())).contains("CANARY-before");
		put(name(), "C".repeat(FileSecretStore.LIMIT));
		assertThat(find(name())).contains("C".repeat(FileSecretStore.LIMIT));
	}

	@Test
	void probeMakesNothing() {
		assertThat(store().probe()).isEqualTo(new Probe.Ready());
		assertThat(this.home.resolve("configuration")).doesNotExist();
	}

	@Test
	void findWithAWrongPasswordThrows() {
		put(name(), "CANARY-value");
		assertThatExceptionOfType(WrongPasswordException.class)
			.isThrownBy(() -> withPassword("FAKE-wrong").find(name()))
			.withMessage("the password does not open %s: it is wrong, or the file is damaged", file(name()))
			.satisfies((failure) -> assertThat(failure.remedy().orElseThrow()).contains("HEADJACK_KEYRING_PASSWORD")
				.doesNotContain("FAKE-wrong"));
	}

	@Test
	void putWithAnotherPasswordThanTheOtherItemsIsRefused() throws IOException {
		put(name(), "CANARY-value");
		SecretStore wrong = withPassword("FAKE-wrong");
		assertThatExceptionOfType(WrongPasswordException.class)
			.isThrownBy(() -> put(wrong, name("other"), "CANARY-other"));
		assertThatExceptionOfType(WrongPasswordException.class).isThrownBy(() -> put(wrong, name(), "CANARY-other"));
		assertThat(files()).containsExactly(name().text());
		assertThat(find(name())).contains("CANARY-value");
	}

	@Test
	void removeNeedsNoPasswordSoThatALostOneCanBeReplaced() {
		put(name(), "CANARY-value");
		SecretStore other = withPassword("FAKE-other");
		assertThat(other.remove(name())).isTrue();
		put(other, name(), "CANARY-other");
		assertThat(find(other, name())).contains("CANARY-other");
	}

	@Test
	void findWhenOneItemOfSeveralIsDamagedSaysThatItIsTheItem() throws IOException {
		put(name(), "CANARY-value");
		put(name("other"), "CANARY-other");
		change(file(name()), 1);
		assertThatExceptionOfType(SecretCorruptException.class).isThrownBy(() -> find(name()))
			.withMessageEndingWith("it is damaged, as its password opens other items and not this one");
		put(name(), "CANARY-after");
		assertThat(find(name())).contains("CANARY-after");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, 4 })
	void findWhenAnyPartIsChangedThrows(int part) throws IOException {
		put(name(), "CANARY-value");
		put(name("other"), "CANARY-other");
		byte[] whole = Files.readAllBytes(file(name()));
		change(file(name()), part);
		assertThatExceptionOfType(SecretCorruptException.class).isThrownBy(() -> find(name()))
			.withMessageNotContaining("CANARY");
		Files.write(file(name()), whole);
		assertThat(find(name())).contains("CANARY-value");
	}

	private static void change(Path file, int part) throws IOException {
		String[] parts = Files.readString(file).split("\\.", -1);
		char[] text = parts[part].toCharArray();
		int middle = text.length / 2;
		text[middle] = (text[middle] == 'A') ? 'B' : 'A';
		parts[part] = new String(text);
		Files.writeString(file, String.join(".", parts));
	}

	@Test
	void findWhenABitIsFlippedAnywhereThrows() throws IOException {
		put(name(), "CANARY-value");
		byte[] whole = Files.readAllBytes(file(name()));
		for (int i = 0; i < whole.length; i++) {
			byte[] changed = whole.clone();
			changed[i] = (byte) (changed[i] ^ 1);
			Files.write(file(name()), changed);
			assertThatExceptionOfType(StoreException.class).isThrownBy(() -> find(name()))
				.isInstanceOfAny(SecretCorruptException.class, WrongPasswordException.class);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 100, -1 })
	void findWhenTruncatedThrows(int length) throws IOException {
		put(name(), "CANARY-value");
		byte[] whole = Files.readAllBytes(file(name()));
		Files.write(file(name()), Arrays.copyOf(whole, (length < 0) ? whole.length + length : length));
		assertThatExceptionOfType(SecretCorruptException.class).isThrownBy(() -> find(name()));
		put(name(), "CANARY-after");
		assertThat(find(name())).contains("CANARY-after");
	}

	@Test
	void findWhenTheFileIsHugeThrows() throws IOException {
		put(name(), "CANARY-value");
		Files.write(file(name()), new byte[2 * 1024 * 1024]);
		assertThatExceptionOfType(SecretCorruptException.class).isThrownBy(() -> find(name()));
	}

	@Test
	void findWhenFilesAreSwappedThrows() throws IOException {
		put(name("a"), "CANARY-a");
		put(name("b"), "CANARY-b");
		Path aside = folder().resolve("aside");
		Files.move(file(name("a")), aside);
		Files.move(file(name("b")), file(name("a")));
		Files.move(aside, file(name("b")));
		assertThatExceptionOfType(SecretCorruptException.class).isThrownBy(() -> find(name("a")))
			.withMessageEndingWith("it holds the secret of another name");
		assertThatExceptionOfType(SecretCorruptException.class).isThrownBy(() -> find(name("b")));
	}

	@Test
	void findWhenTheFileIsALinkThrows() throws IOException {
		put(name(), "CANARY-value");
		Path elsewhere = Files.move(file(name()), this.home.resolve("elsewhere"), StandardCopyOption.ATOMIC_MOVE);
		Files.createSymbolicLink(file(name()), elsewhere);
		assertThatExceptionOfType(StoreDeniedException.class).isThrownBy(() -> find(name()))
			.withMessageEndingWith("is not a regular file");
	}

	@Test
	void findWhenTheFileIsOpenToOthersThrowsWithTheRemedy() throws IOException {
		put(name(), "CANARY-value");
		Files.setPosixFilePermissions(file(name()), PosixFilePermissions.fromString("rw-r--r--"));
		assertThatExceptionOfType(StoreDeniedException.class).isThrownBy(() -> find(name()))
			.withMessageEndingWith("is open to others (rw-r--r--)")
			.extracting(HeadjackException::remedy)
			.isEqualTo(Optional.of("run: chmod 600 %s".formatted(file(name()))));
	}

	@Test
	void everyCallWhenTheFolderIsOpenToOthersThrows() throws IOException {
		put(name(), "CANARY-value");
		Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwxr-x---"));
		assertUnusable("is open to others (rwxr-x---)");
		Files.setPosixFilePermissions(folder(), PosixFilePermissions.fromString("rwx------"));
	}

	@Test
	void everyCallWhenTheFolderIsALinkThrows() throws IOException {
		put(name(), "CANARY-value");
		Path elsewhere = Files.move(folder(), this.home.resolve("elsewhere"));
		Files.createSymbolicLink(folder(), elsewhere);
		assertUnusable("is not a folder of its own");
		Files.delete(folder());
	}

	private void assertUnusable(String message) {
		assertThat(store().probe()).asString().contains(message);
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> find(name()))
			.withMessageEndingWith(message);
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> put(name(), "CANARY-after"));
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> store().remove(name()));
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(store()::list);
	}

	@Test
	void putWhenAFileIsInTheFoldersPlaceThrows() throws IOException {
		Files.writeString(this.home.resolve("configuration"), "FAKE");
		assertThat(store().probe()).asString().contains("is not a folder");
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> put(name(), "CANARY-value"))
			.withMessageStartingWith("the folder %s cannot be written: ", folder());
	}

	@Test
	void putWhenTheFolderCannotBeMadeThrows() {
		SecretStore nowhere = FileStoreProgram.store(Path.of("/proc/headjack/keyring"));
		assertThatExceptionOfType(StoreUnavailableException.class)
			.isThrownBy(() -> put(nowhere, name(), "CANARY-value"))
			.withMessageStartingWith("the folder /proc/headjack/keyring cannot be written: ");
	}

	@Test
	void putWhenTheDiskTakesNoMoreKeepsTheOldSecretAndLeavesNothing() throws IOException {
		put(name(), "CANARY-before");
		Process limited = start(List.of("sh", "-c", "ulimit -f 1; exec \"$@\"", "sh"),
				List.of("write", name().text(), "a", "10"));
		assertThat(StoreProgram.output(limited))
			.startsWith("StoreUnavailableException: the folder %s cannot be written: ".formatted(folder()));
		assertThat(files()).containsExactly(name().text());
		assertThat(find(name())).contains("CANARY-before");
	}

	@Test
	@Timeout(30)
	void putWhenAnotherProcessWritesThrowsAndWorksOnceThatIsKilled() throws Exception {
		put(name(), "CANARY-before");
		Process other = start(List.of("lock"));
		try (BufferedReader output = other.inputReader(StandardCharsets.UTF_8)) {
			assertThat(output.readLine()).isEqualTo("locked");
			SecretStore impatient = FileStoreProgram.store(folder(), Duration.ofMillis(50),
					FileStoreProgram.FEW_ITERATIONS, FileStoreProgram.PASSWORD, (question) -> Optional.empty());
			assertThatExceptionOfType(StoreTimeoutException.class)
				.isThrownBy(() -> put(impatient, name(), "CANARY-after"));
			assertThat(find(name())).contains("CANARY-before");
		}
		finally {
			other.destroyForcibly().waitFor();
		}
		assertThat(files()).contains(".tmp-killed");
		assertThat(store().list()).containsExactly(name());
		put(name(), "CANARY-after");
		assertThat(files()).containsExactly(name().text());
		assertThat(find(name())).contains("CANARY-after");
	}

}
