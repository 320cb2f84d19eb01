package com.headjack.session;

import java.util.Objects;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerUnresponsiveException;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.host.HostUser;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceException;

/**
 * Runs hjk's own programs in an instance. Other programs there can hold them up, but not
 * for longer than the time-out of the request.
 *
 * @param engine the engine
 * @param instance an instance with a container
 */
record Inside(ContainerEngine engine, Instance instance) {

	/**
	 * Runs a program as the owner of the worktree.
	 * @param task what it does, as a user would say
	 * @param request the program
	 * @return its result
	 * @throws InstanceException if it does not end in time
	 */
	ExecResult run(String task, ExecRequest request) {
		try {
			return this.engine.exec(Objects.requireNonNull(this.instance.container()),
					request.as(HostUser.ownerOf(this.instance.worktree())));
		}
		catch (ContainerUnresponsiveException ex) {
			throw InstanceException.unresponsive(this.instance.branch(), task, ex);
		}
	}

}
