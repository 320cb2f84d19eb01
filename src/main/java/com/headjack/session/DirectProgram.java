package com.headjack.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.engine.ExecStreams;
import com.headjack.engine.ExecTerminal;
import com.headjack.engine.ReaderGoneException;
import com.headjack.engine.TerminalSize;
import com.headjack.host.HostUser;
import com.headjack.instance.Inside;
import com.headjack.instance.Instance;
import com.headjack.process.ShutdownHook;

/**
 * Runs a program directly in an instance, and waits for it to end.
 *
 * @param engine the engine
 * @param instance a running instance
 */
record DirectProgram(ContainerEngine engine, Instance instance) {

	/**
	 * The variable that marks a program, so that it can be found and ended: an engine
	 * does not end it when its user is gone.
	 */
	private static final String MARK = "HEADJACK_TERMINAL";

	/**
	 * Runs the program until it ends. If the terminal is closed first, the program is
	 * ended.
	 * @param words the program with its arguments
	 * @param terminal the terminal, in raw mode
	 * @return the exit code, or empty if the terminal was closed first
	 */
	OptionalInt run(List<String> words, ExecTerminal terminal) {
		String mark = UUID.randomUUID().toString();
		TerminalSize size = terminal.size();
		List<String> arguments = Stream
			.concat(Stream.of(String.valueOf(size.rows()), String.valueOf(size.columns())), words.stream())
			.toList();
		OptionalInt code = this.engine.interact(container(),
				request(Scripts.TERMINAL, arguments).with(variables(terminal, mark)), terminal);
		if (code.isEmpty()) {
			end(mark);
		}
		return code;
	}

	/**
	 * Runs the program until it ends. If the reader of its output is gone, or this
	 * process is terminated, the program is ended.
	 * @param words the program with its arguments
	 * @param streams the program's stdin, stdout and stderr
	 * @return the exit code, or empty if the reader of the output was gone first
	 */
	OptionalInt run(List<String> words, ExecStreams streams) {
		String mark = UUID.randomUUID().toString();
		ExecRequest request = ExecRequest.of(words)
			.as(HostUser.ownerOf(this.instance.worktree()))
			.with(Map.of(MARK, mark));
		try (ShutdownHook _ = ShutdownHook.undoing(() -> end(mark))) {
			return OptionalInt.of(this.engine.stream(container(), request, streams));
		}
		catch (ReaderGoneException _) {
			end(mark);
			return OptionalInt.empty();
		}
	}

	/**
	 * Returns whether the kernel has killed a program of the container for lack of
	 * memory, at any time.
	 */
	boolean lackedMemory() {
		return run("tell whether it lacked memory", Scripts.MEMORY, List.of()).succeeded();
	}

	private void end(String mark) {
		run("end the program", Scripts.LEAVE, List.of(mark));
	}

	private ExecResult run(String task, Scripts script, List<String> arguments) {
		return new Inside(this.engine, this.instance).run(task, ExecRequest.script(script.text(), arguments));
	}

	private String container() {
		return Objects.requireNonNull(this.instance.container());
	}

	private ExecRequest request(Scripts script, List<String> arguments) {
		return ExecRequest.script(script.text(), arguments).as(HostUser.ownerOf(this.instance.worktree()));
	}

	private static Map<String, String> variables(ExecTerminal terminal, String mark) {
		Map<String, String> variables = new HashMap<>();
		variables.put("TERM", terminal.type());
		variables.put(MARK, mark);
		if (terminal.trueColor()) {
			variables.put("COLORTERM", "truecolor");
		}
		return variables;
	}

}
