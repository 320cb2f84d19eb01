package com.headjack.client;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.util.ArrayDeque;
import java.util.Queue;

import com.headjack.wire.Content;
import com.headjack.wire.Frame;
import com.headjack.wire.FrameChannel;

/**
 * Answers questions of one kind, one after the other.
 */
abstract class Lane extends Thread {

	private final FrameChannel channel;

	private final Queue<Content> questions = new ArrayDeque<>();

	private boolean started;

	Lane(String name, FrameChannel channel) {
		super(name);
		this.channel = channel;
		setDaemon(true);
	}

	/**
	 * Takes a question and does not wait for the answer.
	 */
	final synchronized void take(Content question) {
		this.questions.add(question);
		if (this.started) {
			notifyAll();
		}
		else {
			this.started = true;
			start();
		}
	}

	@Override
	public final void run() {
		try {
			while (true) {
				this.channel.send(answer(next()));
			}
		}
		catch (IOException _) {
			// The resident is gone; whether it said so before, the reader of frames
			// finds.
		}
		catch (BufferUnderflowException _) {
			close();
		}
		catch (InterruptedException _) {
			interrupt();
		}
	}

	private synchronized Content next() throws InterruptedException {
		Content question = this.questions.poll();
		while (question == null) {
			wait();
			question = this.questions.poll();
		}
		return question;
	}

	private void close() {
		try {
			this.channel.close();
		}
		catch (IOException _) {
			// It is closed.
		}
	}

	/**
	 * Answers a question.
	 */
	abstract Frame answer(Content question) throws InterruptedException;

}
