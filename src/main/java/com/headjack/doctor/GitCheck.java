package com.headjack.doctor;

import java.util.List;

import com.headjack.process.Command;
import com.headjack.process.ProcessRunner;

/**
 * Checks that git is installed.
 */
record GitCheck(ProcessRunner processes) implements Check {

	@Override
	public String name() {
		return "git";
	}

	@Override
	public List<Diagnostic> run() {
		return List.of(Diagnostic.ok(name(),
				this.processes.run(Command.of("git", "--version")).require().lines().findFirst().orElse("")));
	}

}
