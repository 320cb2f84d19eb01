package com.headjack.shell.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.resident.ResidentControl;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Table;
import com.headjack.text.VisibleText;

/**
 * The commands about the resident process. They run without it, and without the
 * application.
 */
final class ResidentCommands {

	private final ResidentControl control;

	private final Output output;

	ResidentCommands(ResidentControl control, Output output) {
		this.control = control;
		this.output = output;
	}

	static List<CommandDefinition> commands(SharedOptions shared, HostEnvironment host, Output output) {
		CommandGroup<ResidentCommands> group = new CommandGroup<>(Commands.OTHER,
				() -> new ResidentCommands(new ResidentControl(host, System.getProperty("headjack.home", "")), output),
				true);
		return List.of(
				group.command("resident status", "Show the resident process, which makes commands start faster")
					.with(shared.output())
					.examples("hjk resident status", "hjk resident status -o json")
					.calls(ResidentCommands::status),
				group.command("resident stop", "Stop the resident process once its commands are done")
					.examples("hjk resident stop")
					.calls(ResidentCommands::stop),
				group.command("resident restart", "Start the resident process anew")
					.examples("hjk resident restart")
					.calls(ResidentCommands::restart));
	}

	int status(Invocation invocation) {
		Optional<Map<String, String>> status = this.control.status();
		if (Listing.json(invocation)) {
			Listing.print(this.output, members(status.orElse(Map.of())));
		}
		else if (status.isPresent()) {
			print(status.get());
		}
		else {
			this.output.result(this.control.obstacle()
				.map((reason) -> "No resident process: " + reason)
				.orElseGet(() -> this.control.rests()
						? "No resident process: the last one ended too soon, so that commands wait a minute before they start another"
						: "No resident process; the next command starts one"));
		}
		return ExitCodes.DONE;
	}

	private void print(Map<String, String> status) {
		Table table = Table.wrapping("PID", "RUNS FOR", "COMMANDS", "RUNNING", "MEMORY");
		table.row(status.getOrDefault("pid", ""), time(status.getOrDefault("seconds", "0")),
				status.getOrDefault("commands", ""), status.getOrDefault("running", ""),
				status.getOrDefault("memory", "") + " MiB");
		table.print(this.output);
	}

	private static Map<String, @Nullable Object> members(Map<String, String> status) {
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		members.put("pid", number(status, "pid"));
		members.put("seconds", number(status, "seconds"));
		members.put("commands", number(status, "commands"));
		members.put("running", number(status, "running"));
		members.put("memory", number(status, "memory"));
		members.put("threads", number(status, "threads"));
		members.put("files", number(status, "files"));
		return members;
	}

	private static @Nullable Long number(Map<String, String> status, String name) {
		String number = status.get(name);
		return (number != null) ? Long.valueOf(number) : null;
	}

	private static String time(String seconds) {
		Duration time = Duration.ofSeconds(Long.parseLong(seconds));
		return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
	}

	int stop(Invocation invocation) {
		OptionalInt running = this.control.stop();
		if (running.isEmpty()) {
			this.output.result("There is no resident process");
		}
		else {
			this.output.result((running.getAsInt() == 0) ? "Stopped the resident process"
					: "The resident process takes no more commands, and ends after those that run: "
							+ running.getAsInt());
		}
		return ExitCodes.DONE;
	}

	int restart(Invocation invocation) {
		this.control.obstacle().ifPresent((reason) -> {
			throw new HeadjackException(FailureKind.UNAVAILABLE, "there is no resident process: " + reason,
					"hjk works without it");
		});
		if (!this.control.restart()) {
			throw new HeadjackException(FailureKind.UNAVAILABLE, "the resident process did not start",
					"see " + VisibleText.line(this.control.log().toString()) + "; hjk works without it");
		}
		this.output.result("Started the resident process");
		return ExitCodes.DONE;
	}

}
