package com.headjack.instance;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerUnresponsiveException;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.host.HostUser;

/**
 * Runs hjk's own programs in an instance. Other programs there can hold them up, but not
 * for longer than the time-out of the request.
 *
 * @param engine the engine
 * @param instance an instance with a container
 */
public record Inside(ContainerEngine engine, Instance instance) {

	/**
	 * Runs a program as the owner of the worktree.
	 * @param task what it does, as a user would say
	 * @param request the program
	 * @return its result
	 * @throws InstanceException if it does not end in time
	 */
	public ExecResult run(String task, ExecRequest request) {
		try {
			return this.engine.exec(Objects.requireNonNull(this.instance.container()),
					request.as(HostUser.ownerOf(this.instance.worktree())));
		}
		catch (ContainerUnresponsiveException ex) {
			throw InstanceException.unresponsive(this.instance.branch(), task, ex);
		}
	}

	/**
	 * Runs a program as the owner of the worktree, and then another one that depends on
	 * what the first found.
	 * @param task what the first does, as a user would say
	 * @param first the first program
	 * @param nextTask what the second does
	 * @param next makes the second program of the first one's result
	 * @return the second one's result
	 * @throws InstanceException if one of them does not end in time
	 */
	public ExecResult run(String task, ExecRequest first, String nextTask, Function<ExecResult, ExecRequest> next) {
		AtomicReference<String> current = new AtomicReference<>(task);
		HostUser user = HostUser.ownerOf(this.instance.worktree());
		try {
			return this.engine.execBoth(Objects.requireNonNull(this.instance.container()), first.as(user), (found) -> {
				ExecRequest second = next.apply(found).as(user);
				current.set(nextTask);
				return second;
			});
		}
		catch (ContainerUnresponsiveException ex) {
			throw InstanceException.unresponsive(this.instance.branch(), current.get(), ex);
		}
	}

}
