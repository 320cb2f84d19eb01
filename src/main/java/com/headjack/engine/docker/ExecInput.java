package com.headjack.engine.docker;

import java.io.ByteArrayInputStream;

/**
 * What a program in a container can read.
 */
final class ExecInput extends ByteArrayInputStream {

	ExecInput(byte[] bytes) {
		super(bytes);
	}

	@Override
	public synchronized int read(byte[] bytes, int offset, int length) {
		// the client's thread that reads here would print a stack trace where a program
		// ends before it has read all
		Thread.currentThread().setUncaughtExceptionHandler((_, _) -> {
		});
		return super.read(bytes, offset, length);
	}

}
