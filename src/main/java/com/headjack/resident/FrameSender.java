package com.headjack.resident;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import com.headjack.wire.Frame;
import com.headjack.wire.FrameChannel;
import com.headjack.wire.FrameKind;

/**
 * Sends frames to a client, in order. It has a thread of its own: an interrupted thread
 * that writes to a channel closes it.
 */
final class FrameSender implements AutoCloseable {

	private final FrameChannel channel;

	private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();

	private final Thread thread = Thread.ofPlatform().daemon().name("sender").unstarted(this::run);

	/**
	 * Creates a sender.
	 * @param channel the connection, which is closed behind the last frame
	 */
	FrameSender(FrameChannel channel) {
		this.channel = channel;
		this.thread.start();
	}

	/**
	 * Sends a frame, without waiting. One of the kind {@link FrameKind#EXIT} is the last.
	 */
	void send(Frame frame) {
		this.frames.add(frame);
	}

	/**
	 * Sends nothing more.
	 */
	@Override
	public void close() {
		this.thread.interrupt();
	}

	private void run() {
		try (FrameChannel closed = this.channel) {
			Frame frame;
			do {
				frame = this.frames.take();
				closed.send(frame);
			}
			while (frame.kind() != FrameKind.EXIT);
		}
		catch (IOException _) {
			// The client is gone, which its reader finds.
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

}
