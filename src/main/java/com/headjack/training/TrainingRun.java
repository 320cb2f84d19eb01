package com.headjack.training;

import java.util.List;

import com.headjack.HeadjackApplication;

/**
 * Runs many commands in one process. The build runs it in a scratch home.
 */
final class TrainingRun {

	private static final List<String> COMMANDS = List.of("config keyring.backend file", "version", "help", "help run",
			"completion bash", "auth claude --method apikey", "auth status", "auth status -o json", "doctor",
			"complete -- run d", "config default.agent claude", "config", "run demo", "ps", "ps -a", "ps -o json",
			"agent demo claude -d -n a", "exec demo -d -n b true", "ps demo", "exec demo --no-mux true", "logs demo a",
			"kill demo/b", "image build --from no-such-file", "recreate demo -f", "stop demo -f", "rm demo -f",
			"no-such-command", "config keyring.backend secret-service", "auth status", "config keyring.backend vault",
			"auth status", "run demo", "exec demo -d -n a true");

	/**
	 * Commands that stand alone.
	 */
	private static final List<String> ALONE = List.of("version", "--version", "help", "help run", "run --help",
			"completion bash", "no-such-command", "--no-such-option", "run demo --no-such-option", "stop",
			"complete -- ru", "complete -- run d", "complete -- agent demo c", "complete -- auth claude --account w",
			"complete -- kill de", "complete -- logs demo a", "complete -- ps --o", "complete -- config d");

	private TrainingRun() {
	}

	/**
	 * Runs the commands; their failures are part of what is trained.
	 * @param args {@code alone} for the commands that stand alone, or none for all
	 */
	public static void main(String[] args) {
		((args.length > 0) ? ALONE : COMMANDS).forEach(TrainingRun::run);
	}

	private static void run(String command) {
		HeadjackApplication.run(List.of(command.split(" ")));
	}

}
