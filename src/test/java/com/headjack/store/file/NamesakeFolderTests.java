package com.headjack.store.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.secret.Secret;
import com.headjack.store.SecretCorruptException;
import com.headjack.store.SecretName;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreDeniedException;
import com.headjack.store.WrongPasswordException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NamesakeFolderTests {

	private static final SecretName NAME = SecretName.of("claude");

	private static final SecretName OTHER = SecretName.of("codex");

	@TempDir
	private Path configuration;

	private Path keyring() {
		return this.configuration.resolve("keyring");
	}

	private SecretStore store() {
		return FileStoreProgram.store(keyring());
	}

	private SecretStore withPassword(String password) {
		return FileStoreProgram.store(keyring(), Duration.ofSeconds(10), FileStoreProgram.FEW_ITERATIONS, password,
				(question) -> Optional.empty());
	}

	private Path plant(SecretName name, String secret) {
		return NamesakeFile.write(this.configuration, name.text(), secret);
	}

	private Optional<String> find(SecretName name) {
		return store().find(name).map(Secret::reveal);
	}

	private static void put(SecretStore store, SecretName name, String value) {
		try (Secret secret = Secret.of(value)) {
			store.put(name, secret);
		}
	}

	@Test
	void findGivesTheNamesakesSecretAndLeavesItsFile() {
		Path file = plant(NAME, "CANARY-namesake");
		assertThat(find(NAME)).contains("CANARY-namesake");
		assertThat(file).exists();
		assertThat(keyring()).doesNotExist();
	}

	@Test
	void findWhenBothHaveAFileGivesOurs() {
		put(store(), NAME, "CANARY-ours");
		plant(NAME, "CANARY-namesake");
		assertThat(find(NAME)).contains("CANARY-ours");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a/b", "50%", "%2F", "a:b", "me@work.example", "two words", "Work", "Straße", "日本", "..",
			"a+b" })
	void findWithAnOddAccountGivesTheNamesakesSecret(String account) {
		SecretName name = NAME.withAccount(account);
		Path file = plant(name, "CANARY-namesake");
		assertThat(find(name)).contains("CANARY-namesake");
		assertThat(store().list()).containsExactly(name);
		put(store(), name, "CANARY-ours");
		assertThat(file).doesNotExist();
	}

	@Test
	void listGivesEachNameOnceAndNoneOfOtherFiles() throws IOException {
		plant(NAME, "CANARY-namesake");
		plant(NAME.withAccount("work"), "CANARY-work");
		put(store(), OTHER, "CANARY-ours");
		plant(OTHER, "CANARY-namesake");
		Files.writeString(this.configuration.resolve("config.yaml"), "default: {}");
		Files.writeString(this.configuration.resolve("CLAUDE-CREDENTIAL"), "FAKE");
		Files.writeString(this.configuration.resolve("gemini-credential.%zz"), "FAKE");
		assertThat(store().list()).containsExactlyInAnyOrder(NAME, NAME.withAccount("work"), OTHER);
	}

	@Test
	void putKeepsTheSecretInOurFileAlone() throws IOException {
		Path file = plant(NAME, "CANARY-namesake");
		SecretStore real = FileStoreProgram.store(keyring(), Duration.ofSeconds(10), FileStoreConfiguration.ITERATIONS,
				FileStoreProgram.PASSWORD, (question) -> Optional.empty());
		put(real, NAME, "CANARY-after");
		assertThat(file).doesNotExist();
		byte[] written = Files.readAllBytes(keyring().resolve(NAME.text()));
		assertThat(CompactForm.parse(written).getHeader().getPBES2Count()).isEqualTo(600_000);
		assertThat(find(NAME)).contains("CANARY-after");
	}

	@Test
	void putOfAnotherNameLeavesTheNamesakesFile() {
		Path file = plant(NAME, "CANARY-namesake");
		put(store(), OTHER, "CANARY-other");
		assertThat(file).exists();
		assertThat(find(NAME)).contains("CANARY-namesake");
	}

	@Test
	void firstPutBesideTheNamesakesFileAsksForItsPasswordAndForNoNewOne() {
		plant(NAME, "CANARY-namesake");
		List<String> questions = new ArrayList<>();
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, keyring(), keyring(), Map.of(), Set.of());
		KeyringPassword password = new KeyringPassword(host, (question) -> {
			questions.add(question);
			return Optional.of(Secret.of(FileStoreProgram.PASSWORD));
		});
		KeyringFolder folder = new KeyringFolder(keyring(), new NamesakeFolder(this.configuration), Duration.ZERO);
		put(new FileSecretStore(folder, password, new PasswordEncryption(1_000)), OTHER, "CANARY-other");
		assertThat(questions).containsExactly("Password of the encrypted files: ");
	}

	@Test
	void putWithAnotherPasswordThanTheNamesakesIsRefused() {
		Path file = plant(NAME, "CANARY-namesake");
		SecretStore wrong = withPassword("FAKE-wrong");
		assertThatExceptionOfType(WrongPasswordException.class).isThrownBy(() -> put(wrong, NAME, "CANARY-after"));
		assertThatExceptionOfType(WrongPasswordException.class).isThrownBy(() -> put(wrong, OTHER, "CANARY-other"));
		assertThat(file).exists();
		assertThat(find(OTHER)).isEmpty();
		assertThat(find(NAME)).contains("CANARY-namesake");
	}

	@Test
	void removeRemovesBothFiles() {
		put(store(), NAME, "CANARY-ours");
		Path file = plant(NAME, "CANARY-namesake");
		Path other = plant(OTHER, "CANARY-other");
		assertThat(store().remove(NAME)).isTrue();
		assertThat(file).doesNotExist();
		assertThat(other).exists();
		assertThat(find(NAME)).isEmpty();
		assertThat(store().remove(NAME)).isFalse();
	}

	@Test
	void removeWhenOnlyTheNamesakeHasAFileNeedsNoPassword() {
		Path file = plant(NAME, "CANARY-namesake");
		assertThat(withPassword("FAKE-wrong").remove(NAME)).isTrue();
		assertThat(file).doesNotExist();
		assertThat(store().list()).isEmpty();
	}

	@Test
	void findWithAWrongPasswordThrowsAndNamesTheFile() {
		Path file = plant(NAME, "CANARY-namesake");
		assertThatExceptionOfType(WrongPasswordException.class).isThrownBy(() -> withPassword("FAKE-wrong").find(NAME))
			.withMessage("the password does not open %s: it is wrong, or the file is damaged", file);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 100, -1 })
	void findWhenTheFileIsTruncatedThrowsAndPutReplacesIt(int length) throws IOException {
		Path file = plant(NAME, "CANARY-namesake");
		String whole = Files.readString(file);
		Files.writeString(file, whole.substring(0, (length < 0) ? whole.length() + length : length));
		assertThatExceptionOfType(SecretCorruptException.class).isThrownBy(() -> find(NAME))
			.withMessageStartingWith("%s cannot be used: ", file);
		put(store(), NAME, "CANARY-after");
		assertThat(find(NAME)).contains("CANARY-after");
		assertThat(file).doesNotExist();
	}

	@Test
	void findWhenAnyByteIsChangedThrows() throws IOException {
		Path file = plant(NAME, "CANARY-namesake");
		plant(OTHER, "CANARY-other");
		byte[] whole = Files.readString(file).getBytes(StandardCharsets.US_ASCII);
		for (int i = 0; i < whole.length; i += 7) {
			byte[] changed = whole.clone();
			changed[i] ^= 1;
			Files.write(file, changed);
			assertThatExceptionOfType(SecretCorruptException.class).isThrownBy(() -> find(NAME))
				.withMessageNotContaining("CANARY");
		}
	}

	@Test
	void findWhenTheFileHoldsAnotherNamesSecretThrows() {
		Path file = this.configuration.resolve(NAME.text());
		NamesakeFile.write(file, OTHER.text(), "CANARY-other", FileStoreProgram.PASSWORD);
		assertThatExceptionOfType(SecretCorruptException.class).isThrownBy(() -> find(NAME))
			.withMessage("%s cannot be used: it holds the secret of another name", file);
	}

	@Test
	void findWhenTheFileIsALinkThrowsAndRemoveLeavesWhatItLeadsTo() throws IOException {
		Path file = plant(NAME, "CANARY-namesake");
		Path elsewhere = Files.move(file, this.configuration.resolve("elsewhere"));
		Files.createSymbolicLink(file, elsewhere);
		assertThatExceptionOfType(StoreDeniedException.class).isThrownBy(() -> find(NAME))
			.withMessage("%s is not a regular file", file);
		assertThat(store().remove(NAME)).isTrue();
		assertThat(elsewhere).exists();
	}

	@Test
	void findWhenTheFileIsOpenToOthersThrowsWithTheRemedy() throws IOException {
		Path file = plant(NAME, "CANARY-namesake");
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
		assertThatExceptionOfType(StoreDeniedException.class).isThrownBy(() -> find(NAME))
			.withMessage("%s is open to others (rw-r--r--)", file)
			.extracting(HeadjackException::remedy)
			.isEqualTo(Optional.of("run: chmod 600 %s".formatted(file)));
	}

	@Test
	void findWhenTheFolderIsOpenToOthersGivesTheSecret() throws IOException {
		plant(NAME, "CANARY-namesake");
		Files.setPosixFilePermissions(this.configuration, PosixFilePermissions.fromString("rwxr-xr-x"));
		assertThat(find(NAME)).contains("CANARY-namesake");
	}

}
