package com.headjack.shell;

import com.headjack.host.HostEnvironment;
import com.headjack.host.StandardStream;
import com.headjack.instance.Instance;
import com.headjack.instance.LaunchLog;
import com.headjack.worktree.BranchName;

/**
 * Tells a person at the terminal what takes long.
 */
final class LaunchMessages implements LaunchLog {

	private final Output output;

	private final boolean terminal;

	LaunchMessages(Output output, HostEnvironment host) {
		this.output = output;
		this.terminal = host.terminal(StandardStream.STDERR);
	}

	@Override
	public void checkingOut(BranchName branch) {
		say("Checking out " + branch + " …");
	}

	@Override
	public void pullingImage(String image) {
		say("Fetching image " + image + " …");
	}

	@Override
	public void creatingContainer(String image) {
		say("Creating a container from " + image + " …");
	}

	@Override
	public void startingContainer() {
		say("Starting the container …");
	}

	@Override
	public void imageKept(Instance instance, String image) {
		this.output.message(
				"warning: the container of branch %s keeps its image %s; 'hjk recreate %s --image %s' makes a new one"
					.formatted(instance.branch(), instance.image(), instance.branch(), image));
	}

	@Override
	public void variableLeftOut(String variable) {
		this.output.message("warning: " + variable
				+ ", which the image or the configuration sets, is left out of this session: it would replace the login");
	}

	private void say(String line) {
		if (this.terminal) {
			this.output.message(line);
		}
	}

}
