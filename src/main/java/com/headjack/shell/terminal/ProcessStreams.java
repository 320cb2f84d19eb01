package com.headjack.shell.terminal;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.ShutdownHooks;
import org.jline.utils.Signals;

import com.headjack.host.Termination;
import com.headjack.host.UserVariables;

/**
 * The standard streams of this process.
 */
final class ProcessStreams implements StandardStreams {

	private static final File TERMINAL = new File("/dev/tty");

	private static final int PATIENCE = 2;

	@Override
	public InputStream input() {
		// A file's stream asks for its length before it reads all, which pipes of Windows
		// refuse.
		return new FilterInputStream(new FileInputStream(FileDescriptor.in)) {
		};
	}

	@Override
	public OutputStream output() {
		return new FileOutputStream(FileDescriptor.out);
	}

	@Override
	public OutputStream errors() {
		return new FileOutputStream(FileDescriptor.err);
	}

	@Override
	public Terminal terminal(TerminalBuilder.SystemOutput output) throws IOException {
		// probing for grapheme clusters would lose keys that are typed meanwhile
		return TerminalBuilder.builder().system(true).systemOutput(output).graphemeCluster(false).build();
	}

	@Override
	public int run(List<String> words) throws IOException, InterruptedException {
		ProcessBuilder program = new ProcessBuilder(words);
		UserVariables.giveBack(program.environment());
		return program.inheritIO().start().waitFor();
	}

	@Override
	public String ask(List<String> words) {
		return answer(new ProcessBuilder(words).redirectInput(ProcessBuilder.Redirect.INHERIT));
	}

	@Override
	public String size() {
		return answer(new ProcessBuilder("stty", "size").redirectInput(TERMINAL)).strip();
	}

	private static String answer(ProcessBuilder question) {
		try {
			Process program = question.redirectError(ProcessBuilder.Redirect.DISCARD).start();
			return program.waitFor(PATIENCE, TimeUnit.SECONDS)
					? new String(program.getInputStream().readAllBytes(), StandardCharsets.US_ASCII) : "";
		}
		catch (IOException _) {
			return "";
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return "";
		}
	}

	@Override
	public Termination.Registration on(String signal, Runnable handler) {
		Object before = Signals.register(signal, handler);
		return () -> Signals.unregister(signal, before);
	}

	@Override
	public Termination.Registration lastWords(Runnable words) {
		ShutdownHooks.Task task = ShutdownHooks.add(words::run);
		return () -> ShutdownHooks.remove(task);
	}

}
