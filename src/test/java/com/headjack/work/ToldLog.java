package com.headjack.work;

import java.util.List;

import com.headjack.instance.Instance;
import com.headjack.session.Program;
import com.headjack.session.ProgramLog;
import com.headjack.session.SessionName;
import com.headjack.worktree.BranchName;

/**
 * Writes down what it is told.
 *
 * @param told takes a word for each step
 */
record ToldLog(List<String> told) implements ProgramLog {

	@Override
	public void checkingOut(BranchName branch) {
		this.told.add("checking out");
	}

	@Override
	public void creatingContainer(String image) {
		this.told.add("creating");
	}

	@Override
	public void startingContainer() {
		this.told.add("starting container");
	}

	@Override
	public void ready(Instance instance) {
		this.told.add("ready");
	}

	@Override
	public void startingProgram(Program program) {
		this.told.add("starting " + program.type());
	}

	@Override
	public void endingSession(SessionName name) {
		this.told.add("ending " + name);
	}

	@Override
	public void endingPrograms() {
		this.told.add("ending programs");
	}

	@Override
	public void stoppingContainer() {
		this.told.add("stopping");
	}

	@Override
	public void removingContainer() {
		this.told.add("removing container");
	}

	@Override
	public void removingWorktree() {
		this.told.add("removing worktree");
	}

	@Override
	public void notSaved(String reason) {
		this.told.add("not saved: " + reason);
	}

}
