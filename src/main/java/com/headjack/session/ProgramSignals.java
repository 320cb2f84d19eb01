package com.headjack.session;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import com.headjack.log.LogReader;
import com.headjack.log.SessionLog;

/**
 * Passes on the signals to the user's desktop that a session's program gives while the
 * session is shown. They come from the session's log: so tmux need not pass on anything
 * that it does not understand.
 */
final class ProgramSignals implements AutoCloseable {

	private static final Duration PAUSE = Duration.ofMillis(100);

	private final SessionLog log;

	private final boolean fromStart;

	private final Consumer<byte[]> target;

	private final CountDownLatch over = new CountDownLatch(1);

	private ProgramSignals(SessionLog log, boolean fromStart, Consumer<byte[]> target) {
		this.log = log;
		this.fromStart = fromStart;
		this.target = target;
	}

	/**
	 * Follows a log until the result is closed.
	 * @param log the log
	 * @param fromStart whether the signals since the session's start are wanted, too
	 * @param target receives each signal, a complete control sequence
	 */
	static ProgramSignals of(SessionLog log, boolean fromStart, Consumer<byte[]> target) {
		ProgramSignals signals = new ProgramSignals(log, fromStart, target);
		Thread.ofPlatform().daemon().name("program-signals").start(signals::follow);
		return signals;
	}

	private void follow() {
		try (LogReader reader = this.log.open(); OutputStream search = new SignalSearch(this.target)) {
			if (!this.fromStart) {
				reader.skipToLast(0);
			}
			OutputStream output = LogReader.withoutMarks(search);
			do {
				reader.copy(output);
			}
			while (!this.over.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
			reader.copy(output);
		}
		catch (IOException _) {
			// A session is worth showing without its signals, too.
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.over.countDown();
	}

}
