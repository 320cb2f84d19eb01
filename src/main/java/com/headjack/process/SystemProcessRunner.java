package com.headjack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;

/**
 * Runs programs as child processes.
 */
final class SystemProcessRunner implements ProcessRunner {

	private static final int OUTPUT_LIMIT = 64 * 1024 * 1024;

	private static final int ERRORS_LIMIT = 64 * 1024;

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final HostEnvironment host;

	private final int outputLimit;

	SystemProcessRunner(HostEnvironment host) {
		this(host, OUTPUT_LIMIT);
	}

	SystemProcessRunner(HostEnvironment host, int outputLimit) {
		this.host = host;
		this.outputLimit = outputLimit;
	}

	@Override
	public CommandResult run(Command command) {
		Process process = start(command);
		try (ShutdownHook _ = ShutdownHook.undoing(new ProcessTree(process)::end)) {
			return await(command, process);
		}
		catch (InterruptedException ex) {
			new ProcessTree(process).end();
			Thread.currentThread().interrupt();
			throw new CommandInterruptedException(command.program(), ex);
		}
	}

	private CommandResult await(Command command, Process process) throws InterruptedException {
		CapturedStream output = CapturedStream.of(process.getInputStream(), this.outputLimit);
		CapturedStream errors = CapturedStream.of(process.getErrorStream(), ERRORS_LIMIT);
		ProcessTree tree = new ProcessTree(process);
		Duration waited = tree.await(command.deadline());
		if (waited != null) {
			tree.end();
			throw CommandDeadlineException.of(command, waited);
		}
		output.await(PATIENCE);
		errors.await(PATIENCE);
		if (output.overflowed()) {
			throw new HeadjackException(FailureKind.FAILED,
					command.program() + " printed more than " + this.outputLimit + " bytes", null);
		}
		return new CommandResult(command, process.exitValue(), output.text(), errors.text());
	}

	private Process start(Command command) {
		Path directory = command.directory();
		ProcessBuilder builder = new ProcessBuilder(command.words());
		Path input = command.input();
		builder.redirectInput(ProcessBuilder.Redirect.from(((input != null) ? input : nothing()).toFile()));
		builder.directory((directory != null) ? directory.toFile() : null);
		this.host.prepare(builder);
		builder.environment().keySet().removeAll(command.withheld());
		builder.environment().putAll(command.environment());
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw notStarted(command, directory, ex);
		}
	}

	private static HeadjackException notStarted(Command command, @Nullable Path directory, IOException cause) {
		if (directory != null && !Files.isDirectory(directory)) {
			return new HeadjackException(FailureKind.FAILED, "no such folder: " + directory, null, cause);
		}
		return new ProgramNotFoundException(command.program(), cause);
	}

	private static Path nothing() {
		return Path.of(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
	}

}
