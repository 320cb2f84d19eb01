package com.headjack.resident;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.headjack.wire.Content;
import com.headjack.wire.Fit;
import com.headjack.wire.Frame;
import com.headjack.wire.FrameChannel;
import com.headjack.wire.FrameKind;
import com.headjack.wire.Hello;

/**
 * A client of the resident process that answers as its test wants.
 */
final class ScriptedClient implements AutoCloseable {

	private final FrameChannel channel;

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

	private final List<List<String>> programs = new ArrayList<>();

	private String input = "";

	private String refusal = "";

	private String answer = "";

	ScriptedClient(Path socket) throws IOException {
		SocketChannel connection = SocketChannel.open(StandardProtocolFamily.UNIX);
		connection.connect(UnixDomainSocketAddress.of(socket));
		this.channel = new FrameChannel(connection);
	}

	/**
	 * What stdin holds.
	 */
	ScriptedClient typing(String text) {
		this.input = text;
		return this;
	}

	/**
	 * Why nothing can be written.
	 */
	ScriptedClient refusing(String reason) {
		this.refusal = reason;
		return this;
	}

	/**
	 * What programs print.
	 */
	ScriptedClient answering(String text) {
		this.answer = text;
		return this;
	}

	static Hello hello(Path home, String... words) {
		return new Hello("build-1", home.toString(), Fit.current(), List.of(words), home.toString(),
				Map.of("HOME", home.toString(), "HJK_USER_LC_ALL", "de_DE", "TERM", "xterm", "HJK_RESIDENT", "on"), "",
				"", "24 80");
	}

	/**
	 * Greets, and begins if it may.
	 * @return whether the command is accepted
	 */
	boolean begin(Hello hello) throws IOException {
		return accepted(hello) && began();
	}

	/**
	 * Greets.
	 * @return whether the command is accepted
	 */
	boolean accepted(Hello hello) throws IOException {
		this.channel.send(hello.frame());
		return next().kind() == FrameKind.ACCEPTED;
	}

	/**
	 * Lets the command begin.
	 * @return whether it has
	 */
	boolean began() throws IOException {
		this.channel.send(Frame.of(FrameKind.BEGIN));
		return next().kind() == FrameKind.BEGUN;
	}

	void signal(String name) throws IOException {
		this.channel.send(new Frame(FrameKind.SIGNAL, new Content().text(name)));
	}

	void say(Frame frame) throws IOException {
		this.channel.send(frame);
	}

	Frame ask(FrameKind kind) throws IOException {
		this.channel.send(Frame.of(kind));
		return next();
	}

	private Frame next() throws IOException {
		Frame frame = this.channel.receive();
		return (frame.kind() == FrameKind.ALIVE) ? this.channel.receive() : frame;
	}

	/**
	 * Serves the command until it ends.
	 * @return its exit code
	 */
	int serve() throws IOException {
		while (true) {
			Frame frame = this.channel.receive();
			if (frame.kind() == FrameKind.EXIT) {
				return frame.content().number();
			}
			if (frame.kind() != FrameKind.ALIVE) {
				this.channel.send(answer(frame));
			}
		}
	}

	private Frame answer(Frame frame) {
		Content content = frame.content();
		return switch (frame.kind()) {
			case WRITE -> written(content.number(), bytesOf(content));
			case READ -> read(content.number());
			case PROGRAM -> ran(content.number(), content.texts());
			default -> throw new IllegalArgumentException("unexpected: " + frame);
		};
	}

	private Frame written(int stream, byte[] bytes) {
		if (this.refusal.isEmpty()) {
			((stream == 1) ? this.output : this.errors).writeBytes(bytes);
		}
		return new Frame(FrameKind.WRITTEN, new Content().number(stream).number(bytes.length).text(this.refusal));
	}

	private static byte[] bytesOf(Content content) {
		content.number();
		byte[] bytes = new byte[content.rest().remaining()];
		content.rest().get(bytes);
		return bytes;
	}

	private Frame read(int most) {
		if (this.input.equals("!")) {
			return new Frame(FrameKind.UNREADABLE, new Content().text("Input/output error"));
		}
		byte[] bytes = this.input.substring(0, Math.min(most, this.input.length())).getBytes(StandardCharsets.US_ASCII);
		this.input = this.input.substring(bytes.length);
		return new Frame(FrameKind.DATA, new Content().bytes(bytes, 0, bytes.length));
	}

	private Frame ran(int wanted, List<String> words) {
		this.programs.add(words);
		return new Frame(FrameKind.ENDED, new Content().number(3).text((wanted == 1) ? this.answer : ""));
	}

	String output() {
		return this.output.toString(StandardCharsets.UTF_8);
	}

	String errors() {
		return this.errors.toString(StandardCharsets.UTF_8);
	}

	List<List<String>> programs() {
		return this.programs;
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
