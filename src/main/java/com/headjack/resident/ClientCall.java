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
		if (this.gone) {
			throw new ClientGoneException();
		}
		this.sender.send(question);
		return await().orElseThrow(ClientGoneException::new);
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

}
