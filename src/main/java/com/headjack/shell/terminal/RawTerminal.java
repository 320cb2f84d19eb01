package com.headjack.shell.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

import com.headjack.engine.ExecTerminal;
import com.headjack.engine.TerminalSize;
import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;
import com.headjack.host.Termination;

/**
 * The user's terminal in raw mode, for a program in a container: every key passes, and
 * all output that the rules allow. Closing it restores the terminal's state.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/termios.3.html">termios(3), "raw
 * mode"</a>
 */
public final class RawTerminal implements ExecTerminal, AutoCloseable {

	/**
	 * The signals that end hjk, with their numbers.
	 */
	private static final Map<String, Integer> ENDINGS = Map.of("HUP", 1, "INT", 2, "QUIT", 3, "TERM", 15);

	private static final int SIGNALLED = 128;

	private final Terminal terminal;

	private final HostEnvironment host;

	private final Attributes before;

	private final KeyInput input;

	private final ProgramOutput output;

	private final List<Termination.Registration> signals;

	private final Terminal.SignalHandler resized;

	private volatile Consumer<TerminalSize> listener = (_) -> {
	};

	private volatile int exitCode = SIGNALLED + 1;

	/**
	 * Takes the terminal.
	 * @param terminal the terminal
	 * @param streams the streams behind it
	 * @param host the machine, whose variables describe the terminal
	 * @param rules the control sequences that the program may use
	 */
	public RawTerminal(Terminal terminal, StandardStreams streams, HostEnvironment host, ScreenRules rules) {
		this.terminal = terminal;
		this.host = host;
		this.input = new KeyInput(streams.input());
		this.output = new ProgramOutput(rules, streams.output());
		terminal.writer().flush();
		this.resized = terminal.handle(Terminal.Signal.WINCH, (_) -> this.listener.accept(size()));
		this.signals = ENDINGS.entrySet()
			.stream()
			.map((ending) -> streams.on(ending.getKey(), () -> end(ending.getValue())))
			.toList();
		this.before = terminal.getAttributes();
		terminal.setAttributes(raw(this.before));
	}

	private static Attributes raw(Attributes before) {
		Attributes raw = new Attributes(before);
		raw.setInputFlags(EnumSet.of(InputFlag.IGNBRK, InputFlag.BRKINT, InputFlag.PARMRK, InputFlag.ISTRIP,
				InputFlag.INLCR, InputFlag.IGNCR, InputFlag.ICRNL, InputFlag.IXON), false);
		raw.setOutputFlag(OutputFlag.OPOST, false);
		raw.setLocalFlags(
				EnumSet.of(LocalFlag.ECHO, LocalFlag.ECHONL, LocalFlag.ICANON, LocalFlag.ISIG, LocalFlag.IEXTEN),
				false);
		raw.setControlChar(ControlChar.VMIN, 0);
		raw.setControlChar(ControlChar.VTIME, KeyInput.PATIENCE);
		return raw;
	}

	private void end(int signal) {
		this.exitCode = SIGNALLED + signal;
		this.input.end();
	}

	/**
	 * The exit code of hjk if the terminal was gone before the program ended.
	 * @return 128 plus the number of the signal that reported it, or of SIGHUP if none
	 * did
	 */
	public int exitCode() {
		return this.exitCode;
	}

	@Override
	public KeyInput input() {
		return this.input;
	}

	@Override
	public OutputStream output() {
		return this.output;
	}

	@Override
	public void signal(byte[] sequence) {
		try {
			this.output.insert(sequence);
		}
		catch (IOException _) {
			// The terminal is gone, as the program's output will find, too.
		}
	}

	@Override
	public String type() {
		return this.host.variable(KnownVariable.TERM).orElse("xterm-256color");
	}

	@Override
	public boolean trueColor() {
		Optional<String> colors = this.host.variable(KnownVariable.COLORTERM);
		return colors.filter((value) -> value.equals("truecolor") || value.equals("24bit")).isPresent();
	}

	@Override
	public TerminalSize size() {
		Size size = this.terminal.getSize();
		return new TerminalSize(size.getRows(), size.getColumns());
	}

	@Override
	public void onResize(Consumer<TerminalSize> listener) {
		this.listener = listener;
	}

	/**
	 * Restores the terminal.
	 */
	@Override
	public void close() {
		try {
			this.input.close();
			this.output.close();
		}
		catch (IOException _) {
			// The terminal is gone.
		}
		finally {
			this.terminal.setAttributes(this.before);
			this.terminal.handle(Terminal.Signal.WINCH, this.resized);
			this.signals.forEach(Termination.Registration::close);
		}
	}

}
