package com.headjack.client;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The standard streams, without buffers.
 */
record Streams(InputStream input, OutputStream output, OutputStream errors) {

	static Streams ofProcess() {
		return new Streams(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out),
				new FileOutputStream(FileDescriptor.err));
	}

	/**
	 * Tells the user an error and its remedy.
	 */
	void say(String error, String hint) {
		try {
			this.errors.write((error + "\n" + hint + "\n").getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException _) {
			// Nobody can be told.
		}
	}

}
