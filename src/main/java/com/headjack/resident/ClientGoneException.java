package com.headjack.resident;

import java.io.IOException;

/**
 * The client is gone, or its command was terminated: nobody reads or writes any more.
 */
final class ClientGoneException extends IOException {

	private static final long serialVersionUID = 1L;

	ClientGoneException() {
		super("Broken pipe");
	}

}
