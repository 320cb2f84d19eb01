package com.headjack.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import com.headjack.wire.Content;
import com.headjack.wire.Frame;
import com.headjack.wire.FrameChannel;
import com.headjack.wire.FrameKind;

/**
 * A resident process with one client, in which a test plays the resident's part.
 */
final class ScriptedResident implements AutoCloseable {

	private final Path socket;

	private final ServerSocketChannel server;

	ScriptedResident(Path folder) throws IOException {
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
		this.socket = folder.resolve("s");
		this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
		this.server.bind(UnixDomainSocketAddress.of(this.socket));
	}

	Path socket() {
		return this.socket;
	}

	/**
	 * Plays the part in another thread, with one client, after the sign of life.
	 */
	Thread play(Part part) {
		return playAll((channel) -> {
			channel.send(Frame.of(FrameKind.ALIVE));
			part.play(channel);
		});
	}

	/**
	 * Plays the part from the connection on.
	 */
	Thread playAll(Part part) {
		return Thread.ofPlatform().daemon().start(() -> {
			try (SocketChannel client = this.server.accept(); FrameChannel channel = new FrameChannel(client)) {
				part.play(channel);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	/**
	 * Plays the part from the beginning of the command on.
	 */
	Thread playCommand(Part part) {
		return play((channel) -> {
			channel.receive();
			channel.send(Frame.of(FrameKind.ACCEPTED));
			if (channel.receive().kind() == FrameKind.BEGIN) {
				channel.send(Frame.of(FrameKind.BEGUN));
				part.play(channel);
			}
		});
	}

	static void exit(FrameChannel channel, int code) throws IOException {
		channel.send(new Frame(FrameKind.EXIT, new Content().number(code)));
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

	/**
	 * What the resident does.
	 */
	@FunctionalInterface
	interface Part {

		void play(FrameChannel channel) throws IOException;

	}

}
