package com.headjack.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.StreamedExec;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostUser;
import com.headjack.host.UniqueName;
import com.headjack.instance.ContainerPaths;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceFolder;
import com.headjack.instance.InstanceId;

/**
 * Fetches the output of sessions from containers that do not share it with this machine.
 * What was fetched last is believed where a container does not answer.
 */
final class OutputFetch {

	/**
	 * How long what was fetched counts as new.
	 */
	private static final Duration FRESH = Duration.ofMillis(250);

	private static final Duration IDLE = Duration.ofSeconds(10);

	private static final Duration TOTAL = Duration.ofMinutes(2);

	/**
	 * The most that is fetched at once. The script sends less, but a container can send
	 * for as long as it likes.
	 */
	private static final long LARGEST = 1L << 30;

	private final ContainerEngine engine;

	private final InstantSource clock;

	private final Map<InstanceId, Instant> fetched = new ConcurrentHashMap<>();

	private final Map<InstanceId, String> shown = new ConcurrentHashMap<>();

	OutputFetch(ContainerEngine engine, InstantSource clock) {
		this.engine = engine;
		this.clock = clock;
	}

	/**
	 * Fetches how sessions have ended, and what is new in the log that is shown.
	 * @param instance the instance
	 * @param folder its folder
	 */
	void refresh(Instance instance, InstanceFolder folder) {
		if (!instance.copied() || !instance.running()) {
			return;
		}
		Instant now = this.clock.instant();
		Instant before = this.fetched.getOrDefault(instance.id(), Instant.MIN);
		if (before.equals(Instant.MIN) || now.isAfter(before.plus(FRESH))) {
			fetch(instance, folder, this.shown.get(instance.id()));
			this.fetched.put(instance.id(), this.clock.instant());
		}
	}

	/**
	 * Fetches a session's log, now and whenever the instance is refreshed.
	 * @param instance the instance
	 * @param folder its folder
	 * @param name the session's name
	 */
	void show(Instance instance, InstanceFolder folder, String name) {
		if (instance.copied() && !name.equals(this.shown.put(instance.id(), name))) {
			this.fetched.remove(instance.id());
		}
		refresh(instance, folder);
	}

	private void fetch(Instance instance, InstanceFolder folder, @Nullable String name) {
		Path answer = folder.path().resolve("fetched-" + UniqueName.current());
		try {
			Files.createDirectories(folder.out());
			FetchedLog log = (name != null) ? new FetchedLog(folder.out(), name) : null;
			List<String> asked = (log != null) ? log.state() : List.of();
			if (answered(instance, asked, answer)) {
				new FetchedOutput(folder.out(), log).take(answer, asked);
			}
		}
		catch (HeadjackException _) {
			// The files are as they were.
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			delete(answer);
		}
	}

	private boolean answered(Instance instance, List<String> asked, Path answer) throws IOException {
		List<String> words = new ArrayList<>(List.of(ContainerPaths.OUT));
		words.addAll(asked);
		ExecRequest request = ExecRequest.script(Scripts.FETCH.text(), words).as(HostUser.ownerOf(instance.worktree()));
		StreamedExec program = new StreamedExec(this.engine, Objects.requireNonNull(instance.container()), IDLE, TOTAL);
		try (OutputStream file = new Limited(Files.newOutputStream(answer))) {
			return program.run("tell its output", request, InputStream.nullInputStream(), file) == 0;
		}
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Refuses what exceeds the limit.
	 */
	private static final class Limited extends OutputStream {

		private final OutputStream file;

		private long written;

		Limited(OutputStream file) {
			this.file = file;
		}

		@Override
		public void write(int octet) throws IOException {
			write(new byte[] { (byte) octet }, 0, 1);
		}

		@Override
		public void write(byte[] octets, int offset, int count) throws IOException {
			this.written += count;
			if (this.written > LARGEST) {
				throw new IOException("the answer is larger than 1 GiB");
			}
			this.file.write(octets, offset, count);
		}

		@Override
		public void close() throws IOException {
			this.file.close();
		}

	}

}
