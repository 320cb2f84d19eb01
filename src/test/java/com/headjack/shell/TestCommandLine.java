package com.headjack.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.shell.command.Application;
import com.headjack.shell.grammar.CommandTable;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.StandardStreams;

/**
 * A command line whose output is kept, on a machine without terminal and home.
 */
public final class TestCommandLine {

	private final ByteArrayOutputStream results = new ByteArrayOutputStream();

	private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

	private final CommandLine line;

	private TestCommandLine(Application application) {
		this.line = line(application, this.results);
	}

	private TestCommandLine(OutputStream results) {
		this.line = line(NoApplication.INSTANCE, results);
	}

	private CommandLine line(Application application, OutputStream results) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, Path.of("/no-such-home"), Path.of("/"),
				Map.of(), Set.of());
		return CommandLine.of(application, host, new Console(StandardStreams.ofProcess()),
				Output.of(results, this.messages));
	}

	public static TestCommandLine of(Application application) {
		return new TestCommandLine(application);
	}

	/**
	 * An application that cannot start.
	 */
	public static Application noApplication() {
		return NoApplication.INSTANCE;
	}

	static TestCommandLine ofFullDisk() {
		return new TestCommandLine(new OutputStream() {
			@Override
			public void write(int octet) throws IOException {
				throw new IOException("No space left on device");
			}
		});
	}

	public CommandTable table() {
		return this.line.table();
	}

	int run(String... argv) {
		return this.line.run(List.of(argv));
	}

	boolean standsAlone(String... argv) {
		return this.line.standsAlone(List.of(argv));
	}

	String results() {
		return this.results.toString(StandardCharsets.UTF_8);
	}

	String messages() {
		return this.messages.toString(StandardCharsets.UTF_8);
	}

}
