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

	/**
	 * How long an answer may take at the end, in milliseconds.
	 */
	private static final long PATIENCE = 300;

	private final FrameChannel channel;

	private final Queue<Content> questions = new ArrayDeque<>();

	private boolean started;

	private long taken;

	private long answered;

	Lane(String name, FrameChannel channel) {
		super(name);
		this.channel = channel;
		setDaemon(true);
	}

	/**
	 * Takes a question and does not wait for the answer.
	 */
	final synchronized void take(Content question) {
		this.taken++;
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
			boolean more = true;
			while (more) {
				more = sent(answer(next())) || goesOn();
				done();
			}
		}
		catch (BufferUnderflowException _) {
			close();
		}
		catch (InterruptedException _) {
			interrupt();
		}
	}

	/**
	 * Sends an answer.
	 * @return false if the resident is gone; whether it said so before, the reader of
	 * frames finds
	 */
	private boolean sent(Frame answer) {
		try {
			this.channel.send(answer);
			return true;
		}
		catch (IOException _) {
			return false;
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

	private synchronized void done() {
		this.answered++;
		notifyAll();
	}

	/**
	 * Waits for the answers to all questions, as long as there is one from time to time.
	 */
	final synchronized void settle() {
		try {
			long before = -1;
			while (this.answered < this.taken && this.answered > before) {
				before = this.answered;
				wait(PATIENCE);
			}
		}
		catch (InterruptedException _) {
			interrupt();
		}
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
	 * Whether questions matter still when the resident is gone.
	 */
	abstract boolean goesOn();

	/**
	 * Answers a question.
	 */
	abstract Frame answer(Content question) throws InterruptedException;

}
