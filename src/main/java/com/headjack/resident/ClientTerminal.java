package com.headjack.resident;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jline.terminal.impl.PosixSysTerminal;
import org.jline.terminal.spi.Pty;

import com.headjack.host.Termination;
import com.headjack.shell.terminal.StandardStreams;

/**
 * The terminal of a client.
 */
final class ClientTerminal extends PosixSysTerminal {

	private final Map<String, SignalHandler> taken = new ConcurrentHashMap<>();

	private final Termination.Registration lastWords;

	private ClientTerminal(StandardStreams streams, String type, Pty pty) throws IOException {
		super("client", type, pty, StandardCharsets.UTF_8, false, SignalHandler.SIG_DFL);
		this.lastWords = streams.lastWords(() -> setAttributes(this.originalAttributes));
	}

	/**
	 * Opens the terminal.
	 * @param variables the client's environment variables
	 * @param screen the stream to draw on
	 */
	static ClientTerminal open(StandardStreams streams, Map<String, String> variables, OutputStream screen)
			throws IOException {
		String type = variables.getOrDefault("TERM", "");
		ClientTerminal terminal = new ClientTerminal(streams, type.isEmpty() ? TYPE_DUMB : type,
				new ClientPty(streams, screen));
		terminal.setEnv(variables::get);
		return terminal;
	}

	@Override
	public SignalHandler handle(Signal signal, SignalHandler handler) {
		if (handler.equals(SignalHandler.SIG_DFL)) {
			this.taken.remove(signal.name());
		}
		else {
			this.taken.put(signal.name(), handler);
		}
		return super.handle(signal, handler);
	}

	/**
	 * Passes a signal on.
	 * @return whether there is a handler for it
	 */
	boolean took(String signal) {
		if (!this.taken.containsKey(signal)) {
			return false;
		}
		raise(Signal.valueOf(signal));
		return true;
	}

	@Override
	protected void doClose() throws IOException {
		this.lastWords.close();
		this.taken.clear();
		setEnv((_) -> null);
		super.doClose();
	}

}
