package com.headjack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs several commands in one process, so that the JDK's cache holds what they load. The
 * build runs it, in a scratch home.
 */
final class TrainingRun {

	private static final List<String> COMMANDS = List.of("version", "help", "help run", "completion bash",
			"auth claude --method apikey", "auth status", "auth status -o json", "doctor", "complete -- run d",
			"config default.agent claude", "config", "run demo", "ps", "ps -a", "ps -o json",
			"agent demo claude -d -n a", "exec demo -d -n b true", "ps demo", "exec demo --no-mux true", "logs demo a",
			"kill demo/b", "stop demo", "rm demo -f", "no-such-command");

	private TrainingRun() {
	}

	/**
	 * Runs the commands; their failures are part of what is trained.
	 * @param args the path of the socket that an engine is to answer at
	 * @throws IOException if there can be no such socket
	 */
	public static void main(String[] args) throws IOException {
		try (TrainingEngine _ = TrainingEngine.at(Path.of(args[0]))) {
			COMMANDS.forEach((command) -> HeadjackApplication.run(List.of(command.split(" "))));
		}
	}

}
