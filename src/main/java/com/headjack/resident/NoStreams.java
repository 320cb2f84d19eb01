package com.headjack.resident;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder.SystemOutput;
import org.jline.terminal.impl.DumbTerminal;

import com.headjack.host.Termination;
import com.headjack.shell.terminal.StandardStreams;

/**
 * The streams of a command that nobody watches.
 */
final class NoStreams implements StandardStreams {

	@Override
	public InputStream input() {
		return InputStream.nullInputStream();
	}

	@Override
	public OutputStream output() {
		return OutputStream.nullOutputStream();
	}

	@Override
	public OutputStream errors() {
		return OutputStream.nullOutputStream();
	}

	@Override
	public Terminal terminal(SystemOutput output) throws IOException {
		return new DumbTerminal(input(), output());
	}

	@Override
	public int run(List<String> words) throws IOException {
		throw new IOException("there is no terminal");
	}

	@Override
	public String ask(List<String> words) {
		return "";
	}

	@Override
	public String size() {
		return "";
	}

	@Override
	public Termination.Registration on(String signal, Runnable handler) {
		return () -> {
		};
	}

	@Override
	public Termination.Registration lastWords(Runnable words) {
		return () -> {
		};
	}

}
