package com.headjack.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

import com.headjack.instance.Instance;
import com.headjack.instance.Instances;
import com.headjack.session.Session;
import com.headjack.session.SessionLog;
import com.headjack.session.SessionService;
import com.headjack.worktree.Repository;
import com.headjack.worktree.Worktrees;
import com.headjack.host.HostEnvironment;

/**
 * Prints what a session printed.
 */
final class LogPrinter {

	private static final Duration PAUSE = Duration.ofMillis(200);

	private final Instances instances;

	private final SessionService sessions;

	private final Worktrees worktrees;

	private final HostEnvironment host;

	private final Output output;

	LogPrinter(Instances instances, SessionService sessions, Worktrees worktrees, HostEnvironment host, Output output) {
		this.instances = instances;
		this.sessions = sessions;
		this.worktrees = worktrees;
		this.host = host;
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
		while (options.follow() && running(instance, session)) {
			this.output.flush();
			pause();
			offset = log.copy(offset, target);
		}
		if (options.follow()) {
			log.copy(offset, target);
		}
	}

	private boolean running(Instance instance, Session session) {
		Repository repository = this.worktrees.repository(this.host.workingDirectory());
		Optional<Instance> now = this.instances.find(repository, instance.id().value());
		return now.isPresent() && this.sessions.get(now.get(), session.name().value()).running();
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
