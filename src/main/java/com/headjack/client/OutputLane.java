package com.headjack.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

import com.headjack.wire.Content;
import com.headjack.wire.Frame;
import com.headjack.wire.FrameChannel;
import com.headjack.wire.FrameKind;

/**
 * Writes to stdout or stderr.
 */
final class OutputLane extends Lane {

	private final int number;

	private final OutputStream output;

	private int failures;

	OutputLane(FrameChannel channel, int number, OutputStream output) {
		super("output", channel);
		this.number = number;
		this.output = output;
	}

	@Override
	boolean goesOn() {
		return true;
	}

	@Override
	Frame answer(Content question) {
		boolean wanted = question.number() == this.failures;
		ByteBuffer bytes = question.rest();
		int length = bytes.remaining();
		String failure = wanted ? written(bytes) : "";
		return new Frame(FrameKind.WRITTEN, new Content().number(this.number).number(length).text(failure));
	}

	/**
	 * Writes everything.
	 * @return the reason why that failed, or an empty text
	 */
	private String written(ByteBuffer bytes) {
		try {
			this.output.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
			return "";
		}
		catch (IOException ex) {
			this.failures++;
			return Objects.requireNonNullElse(ex.getMessage(), "Input/output error");
		}
	}

}
