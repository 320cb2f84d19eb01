package com.headjack.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

/**
 * Passes on what a program of this machine prints. What nobody takes is read all the
 * same, so that the program goes on.
 *
 * @param end the end of what the program prints
 * @param gone fails as soon as nobody takes it any more
 */
record LocalOutput(CompletableFuture<@Nullable Void> end, CompletableFuture<@Nullable Void> gone) {

	private static final int BLOCK = 64 * 1024;

	static LocalOutput of(InputStream source, OutputStream target) {
		LocalOutput output = new LocalOutput(new CompletableFuture<>(), new CompletableFuture<>());
		Thread.ofPlatform().daemon().name("exec-output").start(() -> output.pass(source, target));
		return output;
	}

	private void pass(InputStream source, OutputStream target) {
		try {
			copy(source, new OutputStream() {

				@Override
				public void write(int value) {
					write(new byte[] { (byte) value }, 0, 1);
				}

				@Override
				public void write(byte[] bytes, int offset, int length) {
					take(bytes, offset, length, target);
				}

			});
			this.end.complete(null);
		}
		catch (IOException _) {
			this.end.complete(null);
		}
	}

	private void take(byte[] bytes, int offset, int length, OutputStream target) {
		try {
			if (!this.gone.isDone()) {
				target.write(bytes, offset, length);
				target.flush();
			}
		}
		catch (IOException ex) {
			this.gone.completeExceptionally(ex);
		}
	}

	/**
	 * Passes bytes on as they come.
	 */
	static void copy(InputStream source, OutputStream target) throws IOException {
		byte[] block = new byte[BLOCK];
		for (int read = source.read(block); read >= 0; read = source.read(block)) {
			target.write(block, 0, read);
			target.flush();
		}
	}

}
