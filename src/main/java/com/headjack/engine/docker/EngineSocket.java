package com.headjack.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import org.jspecify.annotations.Nullable;

/**
 * A connection to an engine, with half-close.
 *
 * @param input the bytes from the engine
 * @param output the bytes to the engine
 * @param half ends the output
 * @param whole ends both directions
 */
record EngineSocket(InputStream input, OutputStream output, End half, End whole) implements AutoCloseable {

	static EngineSocket connect(EngineAddress address, @Nullable SSLContext encryption) throws IOException {
		if (address.pipe()) {
			NamedPipe pipe = NamedPipe.open(address.uri().getPath());
			return new EngineSocket(new PipeInput(pipe), new PipeOutput(pipe), pipe::endOutput, pipe::close);
		}
		if (address.local()) {
			SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(Path.of(address.uri().getPath())));
			return new EngineSocket(Channels.newInputStream(channel), Channels.newOutputStream(channel),
					channel::shutdownOutput, channel::close);
		}
		Socket socket = open(address.uri(), encryption);
		socket.setTcpNoDelay(true);
		return new EngineSocket(socket.getInputStream(), socket.getOutputStream(), socket::shutdownOutput,
				socket::close);
	}

	private static Socket open(URI uri, @Nullable SSLContext encryption) throws IOException {
		if (encryption == null) {
			return new Socket(uri.getHost(), uri.getPort());
		}
		SSLSocket socket = (SSLSocket) encryption.getSocketFactory().createSocket(uri.getHost(), uri.getPort());
		SSLParameters parameters = socket.getSSLParameters();
		parameters.setEndpointIdentificationAlgorithm("HTTPS");
		socket.setSSLParameters(parameters);
		return socket;
	}

	void endOutput() throws IOException {
		this.half.end();
	}

	@Override
	public void close() throws IOException {
		this.whole.end();
	}

	/**
	 * Ends one direction of a connection, or both.
	 */
	@FunctionalInterface
	interface End {

		void end() throws IOException;

	}

}
