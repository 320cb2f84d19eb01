package com.headjack.shell.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Stdout, which remembers its first failure: a {@link java.io.PrintStream} above it tells
 * nobody the reason.
 */
public final class StandardOutput extends OutputStream {

	private static final String READER_GONE = "Broken pipe";

	private final OutputStream target;

	private volatile @Nullable IOException failure;

	StandardOutput(OutputStream target) {
		this.target = target;
	}

	@Override
	public void write(int octet) throws IOException {
		write(new byte[] { (byte) octet }, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		try {
			this.target.write(bytes, offset, length);
		}
		catch (IOException ex) {
			throw failed(ex);
		}
	}

	/**
	 * Waits until all is written.
	 */
	@Override
	public void flush() throws IOException {
		try {
			this.target.flush();
		}
		catch (IOException ex) {
			throw failed(ex);
		}
	}

	private IOException failed(IOException ex) {
		this.failure = (this.failure != null) ? this.failure : ex;
		return ex;
	}

	/**
	 * Why output is lost.
	 * @return the system's reason, or empty if all was written, or if its reader wanted
	 * no more
	 */
	Optional<String> loss() {
		return Optional.ofNullable(this.failure)
			.map(Throwable::getMessage)
			.filter((reason) -> !reason.contains(READER_GONE));
	}

}
