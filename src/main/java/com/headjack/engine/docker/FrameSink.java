package com.headjack.engine.docker;

import java.io.IOException;
import java.io.OutputStream;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;

import com.headjack.engine.ReaderGoneException;

/**
 * Passes on a program's output.
 */
final class FrameSink extends Completion<Frame> {

	private final OutputStream output;

	private final OutputStream errors;

	FrameSink(OutputStream output, OutputStream errors) {
		this.output = output;
		this.errors = errors;
	}

	@Override
	public void onNext(Frame frame) {
		OutputStream target = (frame.getStreamType() == StreamType.STDERR) ? this.errors : this.output;
		try {
			target.write(frame.getPayload());
		}
		catch (IOException ex) {
			onError(new ReaderGoneException(ex));
			cancel();
		}
	}

	/**
	 * Ends when all is written.
	 */
	@Override
	public void onComplete() {
		try {
			this.output.flush();
			this.errors.flush();
			super.onComplete();
		}
		catch (IOException ex) {
			onError(new ReaderGoneException(ex));
		}
	}

}
