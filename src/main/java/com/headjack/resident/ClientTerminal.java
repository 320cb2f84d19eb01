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
	 * @param type the value of the client's {@code TERM}
	 * @param screen the stream to draw on
	 */
	static ClientTerminal open(StandardStreams streams, String type, OutputStream screen) throws IOException {
		return new ClientTerminal(streams, type.isEmpty() ? TYPE_DUMB : type, new ClientPty(streams, screen));
	}

	@Override
	public SignalHandler handle(Signal signal, SignalHandler handler) {
		if (this.taken != null) {
			if (handler == SignalHandler.SIG_DFL) {
				this.taken.remove(signal.name());
			}
			else {
				this.taken.put(signal.name(), handler);
			}
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
		super.doClose();
	}

}
