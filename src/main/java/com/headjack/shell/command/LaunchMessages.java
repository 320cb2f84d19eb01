package com.headjack.shell.command;

import java.util.List;

import com.headjack.instance.Instance;
import com.headjack.session.Program;
import com.headjack.session.ProgramLog;
import com.headjack.session.SessionName;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Progress;
import com.headjack.text.ShellWord;
import com.headjack.worktree.BranchName;

/**
 * Tells the user about the steps of starting and ending work.
 *
 * @param progress shows the long steps
 * @param output receives results and warnings
 */
record LaunchMessages(Progress progress, Output output) implements ProgramLog, AutoCloseable {

	@Override
	public void lookingForInstance() {
		this.progress.begin("Waiting for the container engine");
	}

	@Override
	public void checkingOut(BranchName branch) {
		this.progress.begin("Checking out " + branch);
	}

	@Override
	public void pullingImage(String image) {
		this.progress.begin("Fetching image " + image);
	}

	@Override
	public void creatingContainer(String image) {
		this.progress.begin("Creating a container from " + image);
	}

	@Override
	public void startingContainer() {
		this.progress.begin("Starting the container");
	}

	@Override
	public void endingPrograms() {
		this.progress.begin("Ending its sessions");
	}

	@Override
	public void stoppingContainer() {
		this.progress.begin("Stopping the container");
	}

	@Override
	public void removingContainer() {
		this.progress.begin("Removing the container");
	}

	@Override
	public void removingWorktree() {
		this.progress.begin("Removing the worktree");
	}

	@Override
	public void notSaved(String reason) {
		warn("not everything in the container could be saved: " + reason);
	}

	@Override
	public void ready(Instance instance) {
		this.progress.end();
		this.output.result("Instance %s ready for branch %s".formatted(instance.id(), instance.shownBranch()));
	}

	@Override
	public void startingProgram(Program program) {
		this.progress.begin("Starting " + switch (program) {
			case Program.Agent agent -> agent.agent();
			case Program.Shell shell -> shell.words().isEmpty() ? "a shell" : "the command";
		});
	}

	@Override
	public void endingSession(SessionName name) {
		this.progress.begin("Ending session " + name);
	}

	@Override
	public void imageKept(Instance instance, String image) {
		warn("the container of branch %s still has image %s; 'hjk recreate %s --image %s' replaces it"
			.formatted(instance.branch(), instance.image(), instance.quotedBranch(), ShellWord.quoted(image)));
	}

	@Override
	public void engineKept(Instance instance) {
		warn("the container of branch %s stays on engine %s; 'hjk rm %s' removes it, with the instance"
			.formatted(instance.branch(), instance.engine(), instance.quotedBranch()));
	}

	@Override
	public void notice(String notice) {
		warn(notice);
	}

	@Override
	public void variableLeftOut(String variable) {
		warn(variable
				+ ", which the image or the configuration sets, is left out of this session: it would replace the login");
	}

	@Override
	public void proxyOutOfReach(List<String> variables) {
		warn("%s in docker's configuration or the environment names a proxy on this machine's loopback address, which no container reaches; "
			.formatted(String.join(", ", variables)) + "'hjk doctor' says what to do");
	}

	private void warn(String text) {
		this.progress.end();
		this.output.message("warning: " + text);
	}

	/**
	 * Prints a message beside the result.
	 */
	void told(String message) {
		this.output.message(message);
	}

	/**
	 * Prints the result.
	 * @return the exit code
	 */
	int done(String result) {
		this.output.result(result);
		return ExitCodes.DONE;
	}

	/**
	 * Ends the current step.
	 */
	@Override
	public void close() {
		this.progress.end();
	}

}
