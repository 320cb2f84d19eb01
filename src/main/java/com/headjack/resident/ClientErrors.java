package com.headjack.resident;

import java.io.IOException;
import java.io.OutputStream;

import org.jspecify.annotations.Nullable;

/**
 * What libraries log: it goes to the client whose command they work for, or where there
 * is none to the resident's own log.
 */
final class ClientErrors extends OutputStream {

	private static final InheritableThreadLocal<@Nullable OutputStream> OF_CLIENT = new InheritableThreadLocal<>();

	private final OutputStream log;

	ClientErrors(OutputStream log) {
		this.log = log;
	}

	/**
	 * Sets the target for this thread, and those that it starts.
	 */
	void set(OutputStream errors) {
		OF_CLIENT.set(errors);
	}

	private OutputStream target() {
		OutputStream own = OF_CLIENT.get();
		return (own != null) ? own : this.log;
	}

	@Override
	public void write(int octet) throws IOException {
		target().write(octet);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		target().write(bytes, offset, length);
	}

	@Override
	public void flush() throws IOException {
		target().flush();
	}

}
