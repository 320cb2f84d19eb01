package com.headjack.resident;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.exec.ExecPty;
import org.jline.terminal.spi.SystemStream;

import com.headjack.shell.terminal.StandardStreams;

/**
 * The device behind the terminal of a client, asked and changed by {@code stty}, which
 * the client runs.
 */
final class ClientPty extends ExecPty {

	private final StandardStreams streams;

	private final OutputStream screen;

	ClientPty(StandardStreams streams, OutputStream screen) {
		super(null, SystemStream.Output, "client");
		this.streams = streams;
		this.screen = screen;
	}

	@Override
	protected InputStream doGetSlaveInput() {
		return this.streams.input();
	}

	@Override
	public OutputStream getSlaveOutput() {
		return this.screen;
	}

	@Override
	protected String doGetConfig() {
		return this.streams.ask(List.of("stty", "-a"));
	}

	@Override
	protected void doSetAttr(Attributes attributes) throws IOException {
		List<String> flags = getFlagsToSet(attributes, getAttr());
		if (!flags.isEmpty()) {
			List<String> words = new ArrayList<>(List.of("stty"));
			words.addAll(flags);
			this.streams.ask(words);
		}
	}

	@Override
	public Size getSize() {
		String[] size = this.streams.size().split(" ", -1);
		boolean known = size.length == 2 && size[0].matches("\\d{1,5}") && size[1].matches("\\d{1,5}");
		return known ? Size.of(Integer.parseInt(size[1]), Integer.parseInt(size[0])) : Size.of(0, 0);
	}

}
