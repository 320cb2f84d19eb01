package com.headjack.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import com.headjack.wire.Content;
import com.headjack.wire.Frame;
import com.headjack.wire.FrameChannel;
import com.headjack.wire.FrameKind;

/**
 * Reads stdin, and never more than was asked for: what is left belongs to programs that
 * run afterwards.
 */
final class InputLane extends Lane {

	private static final int MOST = 64 * 1024;

	private final InputStream input;

	InputLane(FrameChannel channel, InputStream input) {
		super("stdin", channel);
		this.input = input;
	}

	@Override
	boolean goesOn() {
		return false;
	}

	@Override
	Frame answer(Content question) {
		byte[] bytes = new byte[Math.clamp(question.number(), 0, MOST)];
		try {
			int count = this.input.read(bytes, 0, bytes.length);
			return new Frame(FrameKind.DATA, new Content().bytes(bytes, 0, Math.max(count, 0)));
		}
		catch (IOException ex) {
			String reason = Objects.requireNonNullElse(ex.getMessage(), "Input/output error");
			return new Frame(FrameKind.UNREADABLE, new Content().text(reason));
		}
	}

}
