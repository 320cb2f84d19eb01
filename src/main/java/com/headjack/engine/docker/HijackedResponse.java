package com.headjack.engine.docker;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.transport.DockerHttpClient;

/**
 * An engine's answer. After it the connection carries a program's bytes, unless the
 * answer is a refusal.
 *
 * @param socket the connection
 * @param getBody the program's output, or the reason of a refusal
 * @param getStatusCode the HTTP status; 200 stands for a switch of protocols
 */
record HijackedResponse(EngineSocket socket, InputStream getBody,
		int getStatusCode) implements DockerHttpClient.Response {

	private static final int SWITCHING_PROTOCOLS = 101;

	private static final int OK = 200;

	private static final int LONGEST_LINE = 8192;

	private static final int LONGEST_REASON = 64 * 1024;

	private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length:\\s*(\\d{1,9})");

	/**
	 * Reads the head of an answer. A refusal is read completely and its connection
	 * closed, because the engine may keep the connection open.
	 */
	static HijackedResponse read(EngineSocket socket) throws IOException {
		InputStream body = new BufferedInputStream(new ResettableInput(socket.input()), 64 * 1024);
		String[] status = line(body).split(" ", 3);
		if (status.length < 2 || !status[1].matches("\\d{3}")) {
			throw new IOException("no answer of an engine");
		}
		int length = length(body);
		int code = Integer.parseInt(status[1]);
		HijackedResponse response = new HijackedResponse(socket, body, (code == SWITCHING_PROTOCOLS) ? OK : code);
		return response.succeeded() ? response : response.refused(length);
	}

	/**
	 * Reads the headers.
	 * @return how many bytes of a refusal's body to read
	 */
	private static int length(InputStream input) throws IOException {
		int length = 0;
		for (String line = line(input); !line.isEmpty(); line = line(input)) {
			Matcher header = CONTENT_LENGTH.matcher(line);
			length = header.matches() ? Integer.parseInt(header.group(1)) : length;
		}
		return Math.min(length, LONGEST_REASON);
	}

	private HijackedResponse refused(int length) throws IOException {
		byte[] reason = this.getBody.readNBytes(length);
		hangUp();
		return new HijackedResponse(this.socket, new ByteArrayInputStream(reason), this.getStatusCode);
	}

	/**
	 * Whether the program was started and its bytes follow.
	 */
	boolean succeeded() {
		return this.getStatusCode == OK;
	}

	/**
	 * Turns a refusal into docker-java's exception for its status.
	 */
	DockerException refusal() throws IOException {
		String reason = new String(this.getBody.readAllBytes(), StandardCharsets.UTF_8);
		return switch (this.getStatusCode) {
			case 404 -> new NotFoundException(reason);
			case 409 -> new ConflictException(reason);
			case 500 -> new InternalServerErrorException(reason);
			default -> new DockerException(reason, this.getStatusCode);
		};
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
	 * Closes the connection, which also ends a read in progress.
	 */
	void hangUp() {
		try {
			this.socket.close();
		}
		catch (IOException _) {
			// The connection is gone either way.
		}
	}

}
