package com.headjack.instance;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Two processes that want the same lock.
 */
@Timeout(120)
class InstanceLockTests {

	@TempDir
	Path folder;

	@BeforeEach
	void makeFile() throws IOException {
		Files.createFile(file());
	}

	@Test
	void acquireWaitsForTheProcessThatHasIt() throws Exception {
		try (Holder holder = new Holder(file())) {
			assertThat(holder.line()).isEqualTo("first: true");
			CompletableFuture<Optional<InstanceLock>> waiting = CompletableFuture
				.supplyAsync(() -> InstanceLock.acquire(file()));
			TimeUnit.MILLISECONDS.sleep(500);
			assertThat(waiting).isNotDone();
			holder.release();
			try (InstanceLock lock = waiting.join().orElseThrow()) {
				assertThat(lock.first()).isFalse();
			}
		}
	}

	@Test
	void acquireWhenTheOneWhoHadItIsKilledGetsIt() throws Exception {
		try (Holder holder = new Holder(file())) {
			holder.line();
			CompletableFuture<Optional<InstanceLock>> waiting = CompletableFuture
				.supplyAsync(() -> InstanceLock.acquire(file()));
			holder.kill();
			waiting.join().orElseThrow().close();
		}
	}

	@Test
	void acquireWhenTheOneWhoHadItRemovedTheFileGivesNothing() throws Exception {
		try (Holder holder = new Holder(file(), "remove")) {
			holder.line();
			CompletableFuture<Optional<InstanceLock>> waiting = CompletableFuture
				.supplyAsync(() -> InstanceLock.acquire(file()));
			TimeUnit.MILLISECONDS.sleep(500);
			holder.release();
			assertThat(waiting.join()).isEmpty();
			assertThat(file()).doesNotExist();
		}
	}

	@Test
	void folderWhenTheOneWhoHadItRemovedTheFileLocksAnotherOne() throws Exception {
		InstanceFolder instance = new InstanceFolder(this.folder).create();
		try (Holder holder = new Holder(file(), "remove")) {
			holder.line();
			CompletableFuture<Boolean> waiting = CompletableFuture
				.supplyAsync(() -> instance.locked(() -> Files.exists(file())));
			TimeUnit.MILLISECONDS.sleep(500);
			holder.release();
			assertThat(waiting.join()).isTrue();
		}
	}

	@Test
	void acquireWhenThereIsNoFileMakesItForTheNextTry() {
		Path file = this.folder.resolve("new");
		assertThat(InstanceLock.acquire(file)).isEmpty();
		InstanceLock.acquire(file).orElseThrow().close();
	}

	@Test
	void acquireTellsWhetherNobodyHadItBefore() {
		for (boolean first : List.of(true, false)) {
			try (InstanceLock lock = InstanceLock.acquire(file()).orElseThrow()) {
				assertThat(lock.first()).isEqualTo(first);
			}
		}
	}

	@Test
	void acquireTwiceInACommandIsAMistake() {
		try (InstanceLock _ = InstanceLock.acquire(file()).orElseThrow()) {
			assertThatExceptionOfType(OverlappingFileLockException.class)
				.isThrownBy(() -> InstanceLock.acquire(file()));
		}
	}

	@Test
	void acquireWaitsForTheCommandOfThisProcessThatHasIt() throws Exception {
		CompletableFuture<Optional<InstanceLock>> waiting;
		try (InstanceLock _ = InstanceLock.acquire(file()).orElseThrow()) {
			waiting = CompletableFuture.supplyAsync(() -> InstanceLock.acquire(file()));
			TimeUnit.MILLISECONDS.sleep(200);
			assertThat(waiting).isNotDone();
		}
		waiting.get(10, TimeUnit.SECONDS).orElseThrow().close();
	}

	@Test
	void acquireWhenTheFolderIsGoneGivesNothing() {
		assertThat(InstanceLock.acquire(this.folder.resolve("none/lock"))).isEmpty();
	}

	@Test
	void acquireWhenTheFileCannotBeOpenedThrowsWithARemedy() throws IOException {
		Path directory = Files.createDirectory(this.folder.resolve("directory"));
		assertThatExceptionOfType(InstanceException.class).isThrownBy(() -> InstanceLock.acquire(directory))
			.withMessageStartingWith("cannot lock the instance: ")
			.satisfies((ex) -> assertThat(ex.remedy()).isPresent());
	}

	private Path file() {
		return this.folder.resolve("lock");
	}

	private static final class Holder implements AutoCloseable {

		private final Process process;

		private final BufferedReader output;

		Holder(Path file, String... arguments) throws IOException {
			List<String> words = new ArrayList<>(List.of(
					Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp",
					System.getProperty("java.class.path"), InstanceLockProgram.class.getName(), file.toString()));
			words.addAll(List.of(arguments));
			this.process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
			this.output = this.process.inputReader();
		}

		String line() throws IOException {
			return String.valueOf(this.output.readLine());
		}

		void release() throws IOException {
			this.process.outputWriter().write("\n");
			this.process.outputWriter().flush();
		}

		void kill() {
			this.process.destroyForcibly();
		}

		@Override
		public void close() {
			this.process.destroyForcibly().onExit().join();
		}

	}

}
