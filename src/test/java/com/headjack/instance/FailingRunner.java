package com.headjack.instance;

import com.headjack.process.Command;
import com.headjack.process.CommandResult;
import com.headjack.process.ProcessRunner;

/**
 * Runs programs, one of which fails.
 */
final class FailingRunner implements ProcessRunner {

	private final ProcessRunner runner;

	private int failing;

	private int calls;

	FailingRunner(ProcessRunner runner) {
		this.runner = runner;
	}

	/**
	 * Has a program fail. They are counted anew.
	 * @param number which one fails, from 1
	 */
	void failAt(int number) {
		this.failing = number;
		this.calls = 0;
	}

	/**
	 * How many programs were run.
	 */
	int calls() {
		return this.calls;
	}

	@Override
	public CommandResult run(Command command) {
		this.calls++;
		return (this.calls == this.failing) ? new CommandResult(command, 128, "", "fatal: it fails")
				: this.runner.run(command);
	}

}
