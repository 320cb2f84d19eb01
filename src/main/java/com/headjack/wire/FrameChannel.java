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

	/**
	 * How much is read at once: a frame for a key, or several.
	 */
	private static final int BLOCK = 4096;

	private final ByteChannel channel;

	/**
	 * What is received and not yet asked for.
	 */
	private final ByteBuffer ahead = ByteBuffer.allocate(BLOCK).limit(0);

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
		while (this.ahead.remaining() < Content.HEAD) {
			this.ahead.compact();
			read(this.ahead);
			this.ahead.flip();
		}
		FrameKind kind = FrameKind.of(this.ahead.get());
		int length = this.ahead.getInt();
		if (kind == null || length < 0 || length > Frame.LONGEST) {
			throw new ProtocolException("no frame");
		}
		return new Frame(kind, Content.of(content(length)));
	}

	/**
	 * Takes the content of a frame. A thread of a library may know this object for longer
	 * than its command, so that nothing of the content stays here.
	 */
	private ByteBuffer content(int length) throws IOException {
		ByteBuffer content = ByteBuffer.allocate(length);
		int known = Math.min(length, this.ahead.remaining());
		content.put(this.ahead.slice().limit(known));
		this.ahead.put(new byte[known]);
		while (content.hasRemaining()) {
			read(content);
		}
		return content.flip();
	}

	private void read(ByteBuffer target) throws IOException {
		if (this.channel.read(target) < 0) {
			throw new EOFException("the other side is gone");
		}
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
