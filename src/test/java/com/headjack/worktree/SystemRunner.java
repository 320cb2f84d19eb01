package com.headjack.worktree;

import com.headjack.host.HostEnvironment;
import com.headjack.process.ProcessRunner;

/**
 * The runner of programs that the application uses.
 */
final class SystemRunner {

	private SystemRunner() {
	}

	static ProcessRunner get() {
		return ProcessRunner.ofSystem(HostEnvironment.current());
	}

}
