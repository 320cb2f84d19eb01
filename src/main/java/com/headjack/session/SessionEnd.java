package com.headjack.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.ExecRequest;
import com.headjack.failure.FailureKind;
import com.headjack.host.HostUser;
import com.headjack.instance.ContainerPaths;
import com.headjack.instance.Instance;

/**
 * Ends programs and gives them time to save their work.
 *
 * @param engine the engine
 * @param patience the time-out for ending them, since programs in the container can
 * interfere
 */
record SessionEnd(ContainerEngine engine, Duration patience) {

	private static final Duration GRACE = Duration.ofSeconds(10);

	private static final int TENTH = 100;

	SessionEnd(ContainerEngine engine) {
		this(engine, GRACE.multipliedBy(4));
	}

	/**
	 * Ends sessions, all at once. Sessions whose container has stopped count as ended.
	 * @param instance their instance
	 * @param sessions the running sessions
	 * @throws SessionException if the container does not end them in time
	 */
	void of(Instance instance, List<Session> sessions) {
		List<String> words = new ArrayList<>(
				List.of(String.valueOf(GRACE.toMillis() / TENTH), TmuxCommand.SOCKETS, ContainerPaths.OUT + "/"));
		sessions.forEach((session) -> words.add(session.name().value()));
		ExecRequest request = ExecRequest.script(Scripts.END.text(), words).as(HostUser.ownerOf(instance.worktree()));
		FutureTask<Void> task = new FutureTask<>(() -> exec(Objects.requireNonNull(instance.container()), request),
				null);
		Thread.ofPlatform().daemon().name("session-end").start(task);
		await(task);
	}

	private void exec(String container, ExecRequest request) {
		try {
			this.engine.exec(container, request);
		}
		catch (ContainerNotRunningException _) {
			// Nothing runs in a stopped container.
		}
	}

	private void await(FutureTask<Void> task) {
		try {
			task.get(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException cause) {
				throw cause;
			}
			throw new IllegalStateException(ex.getCause());
		}
		catch (TimeoutException _) {
			throw new SessionException(FailureKind.FAILED, "the container does not end its programs",
					"remove it with 'hjk rm BRANCH -f', or look at it with your engine");
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw new SessionException(FailureKind.FAILED, "interrupted while programs were ended", null);
		}
	}

}
