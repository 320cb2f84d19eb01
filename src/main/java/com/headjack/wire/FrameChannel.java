package com.headjack.wire;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/**
 * Sends and receives frames: a byte for the kind, the length of the content in four
 * bytes, and the content.
 */
public final class FrameChannel implements Closeable {

	private final ByteChannel channel;

	private final Object sending = new Object();

	/**
	 * Creates a channel.
	 * @param channel the connection, in blocking mode
	 */
	public FrameChannel(ByteChannel channel) {
		this.channel = channel;
	}

	/**
	 * Sends a frame. Several threads may.
	 * @param frame the frame
	 * @throws IOException if the other side is gone
	 */
	public void send(Frame frame) throws IOException {
		ByteBuffer bytes = frame.content().framed(frame.kind());
		synchronized (this.sending) {
			while (bytes.hasRemaining()) {
				this.channel.write(bytes);
			}
		}
	}

	/**
	 * Waits for a frame. One thread may.
	 * @return the frame
	 * @throws EOFException if the other side is gone
	 * @throws IOException if no frame can be read
	 */
	public Frame receive() throws IOException {
		ByteBuffer head = read(Content.HEAD);
		FrameKind kind = FrameKind.of(head.get());
		int length = head.getInt();
		if (kind == null || length < 0 || length > Frame.LONGEST) {
			throw new ProtocolException("no frame");
		}
		return new Frame(kind, Content.of(read(length)));
	}

	private ByteBuffer read(int length) throws IOException {
		ByteBuffer bytes = ByteBuffer.allocate(length);
		while (bytes.hasRemaining()) {
			if (this.channel.read(bytes) < 0) {
				throw new EOFException("the other side is gone");
			}
		}
		return bytes.flip();
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
