package com.headjack.doctor;

import java.util.List;

import com.headjack.engine.ContainerEngine;

/**
 * Checks that the engine can limit the memory of containers.
 *
 * @param engine the engine
 */
record MemoryCheck(ContainerEngine engine) implements Check {

	@Override
	public String name() {
		return "memory";
	}

	@Override
	public List<Diagnostic> run() {
		return this.engine.limitsMemory() ? List.of()
				: List.of(Diagnostic.warning(name(),
						"the engine cannot limit the memory of containers: one of them may take all that there is",
						"give the engine the memory controller: use cgroup v2, and for a rootless engine "
								+ "'Delegate=memory pids' in the user's systemd service"));
	}

}
