package com.headjack.engine.docker;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import com.github.dockerjava.transport.DockerHttpClient;

/**
 * An engine's answer after which the connection carries a program's bytes.
 *
 * @param socket the connection
 * @param getBody what the program prints
 * @param getStatusCode the answer's status; that of a change of protocols is 200
 */
record HijackedResponse(EngineSocket socket, InputStream getBody,
		int getStatusCode) implements DockerHttpClient.Response {

	private static final int SWITCHING_PROTOCOLS = 101;

	private static final int OK = 200;

	private static final int LONGEST_LINE = 8192;

	/**
	 * Reads the head of an answer.
	 */
	static HijackedResponse read(EngineSocket socket) throws IOException {
		InputStream body = new BufferedInputStream(new ResettableInput(socket.input()), 64 * 1024);
		String[] status = line(body).split(" ", 3);
		if (status.length < 2 || !status[1].matches("\\d{3}")) {
			throw new IOException("no answer of an engine");
		}
		while (!line(body).isEmpty()) {
			// What the headers say is known.
		}
		int code = Integer.parseInt(status[1]);
		return new HijackedResponse(socket, body, (code == SWITCHING_PROTOCOLS) ? OK : code);
	}

	private static String line(InputStream input) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int octet = input.read(); octet != '\n'; octet = input.read()) {
			if (octet < 0 || line.length() > LONGEST_LINE) {
				throw new EOFException("the answer ended in its head");
			}
			line.append((char) octet);
		}
		return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
	}

	@Override
	public Map<String, List<String>> getHeaders() {
		return Map.of();
	}

	@Override
	public void close() {
		hangUp();
	}

	/**
	 * Ends the connection, for whoever reads from it.
	 */
	void hangUp() {
		try {
			this.socket.close();
		}
		catch (IOException _) {
			// It is gone either way.
		}
	}

}
