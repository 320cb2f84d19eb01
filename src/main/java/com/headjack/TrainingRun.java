package com.headjack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs several commands in one process, so that the JDK's cache holds what they load. The
 * build runs it, in a scratch home.
 */
final class TrainingRun {

	private static final List<String> COMMANDS = List.of("config keyring.backend file", "version", "help", "help run",
			"completion bash", "auth claude --method apikey", "auth status", "auth status -o json", "doctor",
			"complete -- run d", "config default.agent claude", "config", "run demo", "ps", "ps -a", "ps -o json",
			"agent demo claude -d -n a", "exec demo -d -n b true", "ps demo", "exec demo --no-mux true", "logs demo a",
			"kill demo/b", "recreate demo", "stop demo", "rm demo -f", "no-such-command",
			"config keyring.backend secret-service", "auth status", "config keyring.backend vault", "auth status");

	private TrainingRun() {
	}

	/**
	 * Runs the commands; their failures are part of what is trained.
	 * @param args the paths of the sockets that an engine and a session bus are to answer
	 * at
	 * @throws IOException if there can be no such socket
	 */
	public static void main(String[] args) throws IOException {
		try (TrainingServer _ = TrainingServer.at(Path.of(args[0]), new TrainingHttp(TrainingEngine::answer));
				TrainingServer _ = TrainingServer.at(Path.of(args[1]), new TrainingBus());
				TrainingServer vault = TrainingServer.onLoopback(new TrainingHttp(TrainingVault::answer))) {
			run("config vault.address http://127.0.0.1:" + vault.port());
			COMMANDS.forEach(TrainingRun::run);
		}
	}

	private static void run(String command) {
		HeadjackApplication.run(List.of(command.split(" ")));
	}

}
