package com.headjack.instance;

import java.util.ArrayList;
import java.util.List;

import com.headjack.worktree.BranchName;

/**
 * Remembers what it is told.
 */
final class RecordedLaunchLog implements LaunchLog {

	final List<String> told = new ArrayList<>();

	@Override
	public void lookingForInstance() {
		this.told.add("looking");
	}

	@Override
	public void checkingOut(BranchName branch) {
		this.told.add("checking out " + branch);
	}

	@Override
	public void pullingImage(String image) {
		this.told.add("pulling " + image);
	}

	@Override
	public void creatingContainer(String image) {
		this.told.add("creating " + image);
	}

	@Override
	public void startingContainer() {
		this.told.add("starting");
	}

	@Override
	public void imageKept(Instance instance, String image) {
		this.told.add("not " + image + " but " + instance.image());
	}

	@Override
	public void proxyOutOfReach(List<String> variables) {
		this.told.add("out of reach " + variables);
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
	public void notice(String notice) {
		this.told.add(notice);
	}

	@Override
	public void notSaved(String reason) {
		this.told.add("not saved: " + reason);
	}

}
