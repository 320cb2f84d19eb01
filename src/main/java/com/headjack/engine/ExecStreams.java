package com.headjack.engine;

import java.io.InputStream;
import java.io.OutputStream;

import org.jspecify.annotations.Nullable;

/**
 * The streams of a program in a container, which pass bytes on as they come. None of them
 * is closed.
 *
 * @param input what the program reads, to the end, or {@code null} for nothing
 * @param output where its output goes
 * @param errors where its error output goes
 */
public record ExecStreams(@Nullable InputStream input, OutputStream output, OutputStream errors) {

	/**
	 * Streams without input.
	 * @param output where the output goes
	 * @param errors where the error output goes
	 * @return the streams
	 */
	public static ExecStreams of(OutputStream output, OutputStream errors) {
		return new ExecStreams(null, output, errors);
	}

}
