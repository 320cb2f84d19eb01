package com.headjack.engine;

import java.io.InputStream;
import java.io.OutputStream;

import org.jspecify.annotations.Nullable;

/**
 * The standard streams of a program in a container; bytes are passed on as they come.
 * None of the streams is closed.
 *
 * @param input the program's stdin, read to the end, or {@code null} for none
 * @param output receives its stdout
 * @param errors receives its stderr
 */
public record ExecStreams(@Nullable InputStream input, OutputStream output, OutputStream errors) {

	/**
	 * Creates streams without input.
	 * @param output receives stdout
	 * @param errors receives stderr
	 * @return the streams
	 */
	public static ExecStreams of(OutputStream output, OutputStream errors) {
		return new ExecStreams(null, output, errors);
	}

}
