package com.headjack.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.secret.Secret;
import com.headjack.store.SecretName;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The store on a disk that is full.
 */
class FullDiskTests {

	private static final SecretName NAME = SecretName.of("test");

	private static final SecretName OTHER = SecretName.of("other");

	// Five pages when it is encrypted.
	private static final String LARGE = "CANARY-large".repeat(900);

	private static final int LARGE_PAGES = 5;

	@TempDir
	private Path folder;

	private TinyDisk disk;

	@BeforeEach
	void mount() throws IOException {
		this.disk = new TinyDisk(this.folder);
	}

	@AfterEach
	void unmount() throws IOException {
		this.disk.close();
	}

	private Path keyring() {
		return this.disk.root().resolve("keyring");
	}

	private SecretStore store() {
		return FileStoreProgram.store(keyring());
	}

	private void put(SecretName name, String value) {
		try (Secret secret = Secret.of(value)) {
			store().put(name, secret);
		}
	}

	private void assertNoRoomFor(SecretName name, String value) {
		assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> put(name, value))
			.withMessage("the folder %s cannot be written: No space left on device", keyring())
			.satisfies((failure) -> assertThat(failure.remedy().orElseThrow()).startsWith("make room"));
	}

	private void assertOnly(String value) throws IOException {
		assertThat(store().find(NAME).map(Secret::reveal)).contains(value);
		assertThat(store().list()).containsExactly(NAME);
		try (Stream<Path> files = Files.list(keyring())) {
			assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactlyInAnyOrder(".lock",
					NAME.text());
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3, LARGE_PAGES - 1 })
	void putWhenThereIsTooLittleRoomKeepsTheOldSecretAndWorksWhenThereIsMore(int pages) throws IOException {
		put(NAME, "CANARY-before");
		this.disk.fillBut(pages);
		assertNoRoomFor(NAME, LARGE);
		assertNoRoomFor(OTHER, LARGE);
		assertOnly("CANARY-before");
		this.disk.empty();
		put(NAME, LARGE);
		assertOnly(LARGE);
	}

	@Test
	void putWhenThereIsJustEnoughRoomReplaces() throws IOException {
		put(NAME, "CANARY-before");
		this.disk.fillBut(LARGE_PAGES);
		put(NAME, LARGE);
		assertOnly(LARGE);
	}

	@Test
	void removeWhenThereIsNoRoomMakesSome() throws IOException {
		put(NAME, LARGE);
		put(OTHER, "CANARY-other");
		this.disk.fillBut(0);
		assertNoRoomFor(NAME, "CANARY-after");
		assertThat(store().remove(OTHER)).isTrue();
		assertOnly(LARGE);
		put(NAME, "CANARY-after");
		assertOnly("CANARY-after");
	}

	@Test
	void putWhenThereAreNoInodesKeepsTheOldSecret() throws IOException {
		put(NAME, "CANARY-before");
		this.disk.useUpInodes();
		assertNoRoomFor(NAME, "CANARY-after");
		assertNoRoomFor(OTHER, "CANARY-other");
		assertOnly("CANARY-before");
		assertThat(store().remove(NAME)).isTrue();
		put(OTHER, "CANARY-other");
		assertThat(store().list()).isEqualTo(List.of(OTHER));
	}

	@Test
	void firstPutWhenThereIsNoRoomLeavesNothing() throws IOException {
		this.disk.fillBut(0);
		assertNoRoomFor(NAME, "CANARY-value");
		assertThat(store().find(NAME)).isEmpty();
		assertThat(store().list()).isEmpty();
		this.disk.useUpInodes();
		assertNoRoomFor(NAME, "CANARY-value");
		assertThat(store().list()).isEmpty();
	}

}
