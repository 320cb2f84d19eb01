package com.headjack;

import java.util.List;

/**
 * Runs several commands in one process, so that the JDK's cache holds what they load. The
 * build runs it, in a scratch home.
 */
final class TrainingRun {

	private static final List<String> COMMANDS = List.of("version", "help", "help run", "completion bash",
			"auth status", "auth status -o json", "config default.agent claude", "config", "ps", "ps -a", "run demo",
			"agent demo claude -d", "no-such-command");

	private TrainingRun() {
	}

	/**
	 * Runs the commands; their failures are part of what is trained.
	 * @param args nothing
	 */
	public static void main(String[] args) {
		COMMANDS.forEach((command) -> HeadjackApplication.run(List.of(command.split(" "))));
	}

}
