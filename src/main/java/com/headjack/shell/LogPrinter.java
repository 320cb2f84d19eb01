package com.headjack.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;

import com.headjack.instance.Instance;
import com.headjack.session.Session;
import com.headjack.session.SessionLog;
import com.headjack.session.SessionService;

/**
 * Prints what a session printed.
 */
final class LogPrinter {

	private static final Duration PAUSE = Duration.ofMillis(200);

	private final SessionService sessions;

	private final Output output;

	LogPrinter(SessionService sessions, Output output) {
		this.sessions = sessions;
		this.output = output;
	}

	int print(Instance instance, Session session, LogOptions options) {
		SessionLog log = this.sessions.log(instance, session);
		try {
			if (options.raw()) {
				print(instance, session, log, options, this.output.results());
			}
			else {
				PlainText plain = new PlainText(this.output.results());
				print(instance, session, log, options, plain);
				plain.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return ExitCodes.DONE;
	}

	private void print(Instance instance, Session session, SessionLog log, LogOptions options, OutputStream target)
			throws IOException {
		long offset = log.copy(log.offsetOfLast(options.lines()), target);
		while (options.follow() && this.sessions.refresh(instance, session).running()) {
			this.output.flush();
			pause();
			offset = log.copy(offset, target);
		}
		if (options.follow()) {
			log.copy(offset, target);
		}
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedByUserException(ex);
		}
	}

}
