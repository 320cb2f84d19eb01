package com.headjack.resident;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import com.headjack.wire.Frame;

/**
 * Questions of one kind to the client, one after the other: each waits for its answer.
 */
final class ClientCall {

	private final FrameSender sender;

	private final BlockingQueue<Optional<Frame>> answers = new LinkedBlockingQueue<>();

	/**
	 * How many answers nobody wants any more.
	 */
	private int owed;

	private volatile boolean gone;

	ClientCall(FrameSender sender) {
		this.sender = sender;
	}

	/**
	 * Asks the client.
	 * @param question the question
	 * @return the content of the answer
	 * @throws IOException if the client is gone
	 */
	synchronized Frame ask(Frame question) throws IOException {
		send(question);
		return next();
	}

	/**
	 * Asks the client the same again and again, each time before the last answer is taken
	 * care of.
	 * @param question the question
	 * @param taker takes the answers
	 * @throws IOException if the client is gone, or the taker fails
	 */
	synchronized void askOn(Frame question, Taker taker) throws IOException {
		send(question);
		send(question);
		try {
			while (taker.take(next())) {
				send(question);
			}
		}
		finally {
			this.owed++;
		}
	}

	private void send(Frame question) throws IOException {
		if (this.gone) {
			throw new ClientGoneException();
		}
		this.sender.send(question);
	}

	private Frame next() throws IOException {
		Frame answer = await().orElseThrow(ClientGoneException::new);
		for (; this.owed > 0; this.owed--) {
			answer = await().orElseThrow(ClientGoneException::new);
		}
		return answer;
	}

	/**
	 * An answer belongs to its question, so that an interrupt cannot leave it behind: it
	 * takes effect afterwards.
	 */
	private Optional<Frame> await() {
		boolean interrupted = false;
		try {
			while (true) {
				try {
					return this.answers.take();
				}
				catch (InterruptedException _) {
					interrupted = true;
				}
			}
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	void answer(Frame answer) {
		this.answers.add(Optional.of(answer));
	}

	/**
	 * Ends the waiting, now and for good.
	 */
	void end() {
		this.gone = true;
		this.answers.add(Optional.empty());
	}

	/**
	 * Takes answers.
	 */
	@FunctionalInterface
	interface Taker {

		/**
		 * Takes an answer.
		 * @return whether more answers are wanted
		 */
		boolean take(Frame answer) throws IOException;

	}

}
