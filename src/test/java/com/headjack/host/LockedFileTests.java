package com.headjack.host;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(60)
class LockedFileTests {

	private static final Duration SHORT = Duration.ofMillis(50);

	@TempDir
	Path folder;

	private Path file;

	@BeforeEach
	void name() {
		this.file = this.folder.resolve("lock");
	}

	@Test
	void ofWhenManyThreadsWantItGivesItToOneAtATime() {
		AtomicInteger inside = new AtomicInteger();
		List<CompletableFuture<Integer>> all = IntStream.range(0, 8)
			.mapToObj((_) -> CompletableFuture.supplyAsync(() -> most(inside), (task) -> new Thread(task).start()))
			.toList();
		assertThat(all).allSatisfy((most) -> assertThat(most.join()).isEqualTo(1));
	}

	private int most(AtomicInteger inside) {
		int most = 0;
		for (int i = 0; i < 50; i++) {
			try (LockedFile _ = LockedFile.of(this.file, this::open)) {
				most = Math.max(most, inside.incrementAndGet());
				inside.decrementAndGet();
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return most;
	}

	@Test
	void withinWhenAnotherThreadHasItAllTheTimeGivesNothingAndKeepsTheLock() throws Exception {
		try (LockedFile held = LockedFile.of(this.file, this::open)) {
			assertThat(elsewhere(SHORT)).isEmpty();
			assertThat(held.channel().isOpen()).isTrue();
			assertThat(lockedForOthers()).isTrue();
		}
		elsewhere(SHORT).orElseThrow().close();
	}

	/**
	 * Whether the system refuses the lock to another process.
	 */
	private boolean lockedForOthers() throws Exception {
		return new ProcessBuilder("python3", "-c", """
				import fcntl, sys
				try:
				    fcntl.lockf(open(sys.argv[1], "w"), fcntl.LOCK_EX | fcntl.LOCK_NB)
				except OSError:
				    sys.exit(1)
				""", this.file.toString()).inheritIO().start().waitFor() == 1;
	}

	@Test
	void ofWhenTheFolderIsReachedByALinkIsTheSameLock() throws Exception {
		Path link = Files.createSymbolicLink(this.folder.resolve("link"), this.folder);
		try (LockedFile _ = LockedFile.of(this.file, this::open)) {
			Path other = link.resolve("lock");
			assertThat(elsewhere(() -> LockedFile.within(SHORT, other, this::open))).isEmpty();
		}
	}

	@Test
	void ofWhenThisThreadHasItIsAMistake() throws IOException {
		try (LockedFile _ = LockedFile.of(this.file, this::open)) {
			assertThatExceptionOfType(OverlappingFileLockException.class)
				.isThrownBy(() -> LockedFile.of(this.file, this::open));
		}
	}

	@Test
	void ofWhenTheFileCannotBeOpenedLeavesNothingLocked() throws IOException {
		assertThatExceptionOfType(NoSuchFileException.class)
			.isThrownBy(() -> LockedFile.of(this.file, () -> FileChannel.open(this.file, StandardOpenOption.WRITE)));
		LockedFile.of(this.file, this::open).close();
	}

	@Test
	void ofWhenThereIsNoFolderThrows() {
		Path missing = this.folder.resolve("none/lock");
		assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> LockedFile.of(missing, this::open));
		assertThatExceptionOfType(NoSuchFileException.class)
			.isThrownBy(() -> LockedFile.of(Path.of("lock"), this::open));
	}

	@Test
	void ofWhenTheWaitIsInterruptedThrows() throws Exception {
		FutureTask<LockedFile> waiting = new FutureTask<>(() -> LockedFile.of(this.file, this::open));
		try (LockedFile _ = LockedFile.of(this.file, this::open)) {
			Thread thread = new Thread(waiting);
			thread.start();
			thread.interrupt();
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(waiting::get)
				.withCauseInstanceOf(FileLockInterruptionException.class);
		}
		LockedFile.of(this.file, this::open).close();
	}

	private Optional<LockedFile> elsewhere(Duration limit) throws Exception {
		return elsewhere(() -> LockedFile.within(limit, this.file, this::open));
	}

	private static Optional<LockedFile> elsewhere(Callable<Optional<LockedFile>> taking) throws Exception {
		FutureTask<Optional<LockedFile>> task = new FutureTask<>(taking);
		new Thread(task).start();
		return task.get(10, TimeUnit.SECONDS);
	}

	private FileChannel open() throws IOException {
		return FileChannel.open(this.file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
	}

}
