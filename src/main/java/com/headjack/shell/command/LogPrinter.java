package com.headjack.shell.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;

import com.headjack.credential.StoredSecrets;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.StandardStream;
import com.headjack.instance.Instance;
import com.headjack.log.LogReader;
import com.headjack.log.ReadableLog;
import com.headjack.redaction.RedactedOutput;
import com.headjack.redaction.Redaction;
import com.headjack.session.Session;
import com.headjack.session.SessionWatch;
import com.headjack.log.SessionLog;
import com.headjack.session.Sessions;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.InterruptedByUserException;
import com.headjack.shell.terminal.LineWriter;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.ScreenRules;

/**
 * Prints a session's log.
 */
final class LogPrinter {

	private static final Duration PAUSE = Duration.ofMillis(200);

	/**
	 * The bytes before the shown part of a raw log in which a secret may begin.
	 */
	private static final int BEFORE = 64 * 1024;

	private final Sessions sessions;

	private final HostEnvironment host;

	private final Output output;

	private final Supplier<StoredSecrets> stored;

	LogPrinter(Sessions sessions, HostEnvironment host, Output output, Supplier<StoredSecrets> stored) {
		this.sessions = sessions;
		this.host = host;
		this.output = output;
		this.stored = stored;
	}

	/**
	 * Prints a log and, on request, follows it while the session runs.
	 * @return the exit code
	 */
	int print(Instance instance, Session session, LogOptions options) {
		SessionLog log = this.sessions.log(instance, session);
		try (LogRedaction redaction = new LogRedaction(this.stored, this.output)) {
			Supplier<Redaction> hidden = options.secrets() ? Redaction::none : redaction;
			if (options.raw()) {
				raw(instance, session, log, options, hidden);
			}
			else {
				readable(instance, session, log, options, hidden);
			}
			requireLog(log, session, !session.running());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this.output.broken() ? ExitCodes.READER_GONE : ExitCodes.DONE;
	}

	/**
	 * Prints the log to stdout: byte for byte, but at a terminal only what is harmless.
	 */
	private void raw(Instance instance, Session session, SessionLog log, LogOptions options, Supplier<Redaction> hidden)
			throws IOException {
		PrintStream results = this.output.raw();
		if (this.host.terminal(StandardStream.STDOUT)) {
			try (OutputStream screen = ScreenRules.QUIET.filter(results)) {
				copy(instance, session, log, options, new RedactedOutput(hidden, screen));
			}
		}
		else {
			copy(instance, session, log, options, new RedactedOutput(hidden, results));
		}
	}

	private void copy(Instance instance, Session session, SessionLog log, LogOptions options, RedactedOutput target)
			throws IOException {
		try (LogReader reader = log.open()) {
			if (!options.full()) {
				reader.skipToLast(options.lines());
				target.skip(reader.before(BEFORE));
			}
			reader.copy(target);
			if (options.follow()) {
				follow(instance, session, () -> {
					if (!reader.copy(target)) {
						target.settle();
					}
				});
			}
			target.close();
		}
	}

	private void readable(Instance instance, Session session, SessionLog log, LogOptions options,
			Supplier<Redaction> hidden) throws IOException {
		LineWriter writer = new LineWriter(this.output.raw());
		try (ReadableLog readable = ReadableLog.open(log, options.lines(), options.follow(), hidden, writer)) {
			writer.flush();
			if (options.follow()) {
				follow(instance, session, () -> {
					readable.next();
					writer.flush();
				});
				readable.finish();
				writer.flush();
			}
		}
	}

	/**
	 * Prints new output until the session has ended or the reader of hjk's output is
	 * gone.
	 */
	private void follow(Instance instance, Session session, Look look) throws IOException {
		SessionWatch watch = this.sessions.watch(instance, session);
		while (watch.goesOn() && !this.output.broken()) {
			pause();
			look.take();
			requireLog(this.sessions.log(instance, session), session, false);
		}
		look.take();
	}

	private void requireLog(SessionLog log, Session session, boolean ended) {
		log.obstacle(ended).ifPresent((obstacle) -> {
			this.output.flush();
			throw new HeadjackException(FailureKind.FAILED,
					"the log of session %s cannot be read: %s".formatted(session.name(), obstacle),
					"a program in the container has replaced it; a new session gets a log of its own");
		});
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

	/**
	 * Reads and prints the new part of a log.
	 */
	@FunctionalInterface
	private interface Look {

		void take() throws IOException;

	}

}
