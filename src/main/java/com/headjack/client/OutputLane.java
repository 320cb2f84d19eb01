package com.headjack.client;

import java.io.IOException;
import java.io.OutputStream;
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

	OutputLane(FrameChannel channel, int number, OutputStream output) {
		super("output", channel);
		this.number = number;
		this.output = output;
	}

	@Override
	Frame answer(Content question) {
		return new Frame(FrameKind.WRITTEN, new Content().number(this.number).text(written(question.bytes())));
	}

	/**
	 * Writes everything.
	 * @return the reason why that failed, or an empty text
	 */
	private String written(byte[] bytes) {
		try {
			this.output.write(bytes);
			return "";
		}
		catch (IOException ex) {
			return Objects.requireNonNullElse(ex.getMessage(), "Input/output error");
		}
	}

}
