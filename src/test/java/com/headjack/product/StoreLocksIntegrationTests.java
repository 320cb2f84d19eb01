package com.headjack.product;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The locks on stored logins.
 */
class StoreLocksIntegrationTests {

	private static final SampleLogin LOGIN = SampleLogin.of("claude", "apikey");

	@TempDir
	Path folder;

	private Hjk product;

	private Path locks;

	@BeforeEach
	void setUp() throws IOException {
		this.product = new Hjk(this.folder, World.of(this));
		this.locks = this.product.home().resolve(".local/state/headjack/locks");
		logIn().done();
	}

	private Hjk.Result logIn() {
		return this.product.piped(LOGIN.secret(), LOGIN.auth());
	}

	private Path lock() throws IOException {
		try (Stream<Path> files = Files.list(this.locks)) {
			return files.toList().getFirst();
		}
	}

	private String status() {
		return this.product.hjk("auth", "claude", "--status").done();
	}

	@Test
	void loginLeavesALockForTheUserAlone() throws IOException {
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.locks))).isEqualTo("rwx------");
		assertThat(lock()).isEmptyFile();
	}

	@Test
	void loginsAtTheSameTimeSucceedAll() {
		List<CompletableFuture<Hjk.Result>> logins = IntStream.range(0, 3)
			.mapToObj((_) -> CompletableFuture.supplyAsync(this::logIn))
			.toList();
		assertThat(logins).allSatisfy((login) -> assertThat(login.join().code()).isZero());
		assertThat(status()).isEqualTo("claude: API key\n");
	}

	@Test
	void loginWhileAnotherProcessHoldsTheLockGivesUpAndNamesIt() throws IOException {
		Path lock = lock();
		try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
			assertThat(channel.lock().isValid()).isTrue();
			logIn().assertFailed(4, "another process is changing the login (its lock is " + lock + ")", "try again");
			assertThat(status()).isEqualTo("claude: API key\n");
		}
		logIn().done();
	}

	@Test
	void loginWhereTheLocksAreOpenToOthersIsRefusedAndStatusIsNot() throws IOException {
		Files.setPosixFilePermissions(this.locks, PosixFilePermissions.fromString("rwxrwxrwx"));
		logIn().assertFailed(4, "the folder " + this.locks + " is open to others (rwxrwxrwx)", "run: chmod 700 ");
		this.product.hjk("auth", "remove", "claude").assertFailed(4, "is open to others", "chmod 700");
		assertThat(status()).isEqualTo("claude: API key\n");
		Files.setPosixFilePermissions(this.locks, PosixFilePermissions.fromString("rwx------"));
		assertThat(this.product.hjk("auth", "remove", "claude").done()).contains("Removed");
	}

}
