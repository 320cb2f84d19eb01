package com.headjack.product;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/**
 * Ports of the loopback device for programs that are given one.
 */
final class LoopbackPort {

	private LoopbackPort() {
	}

	static int free() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/**
	 * Waits until a program listens.
	 */
	static void await(int port, Process program) {
		for (int tries = 0; tries < 100 && program.isAlive(); tries++) {
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
				return;
			}
			catch (IOException _) {
				pause();
			}
		}
		throw new IllegalStateException("nobody listens on port " + port);
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(100);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
