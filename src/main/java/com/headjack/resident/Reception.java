package com.headjack.resident;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;

import com.headjack.host.HostEnvironment;
import com.headjack.wire.Content;
import com.headjack.wire.Fit;
import com.headjack.wire.Frame;
import com.headjack.wire.FrameChannel;
import com.headjack.wire.FrameKind;
import com.headjack.wire.Hello;
import com.headjack.wire.Peer;

/**
 * Receives a client: decides whether its command can run here.
 */
final class Reception implements Runnable {

	private static final List<String> FIT = Fit.current();

	/**
	 * Log messages are for one process, not for one command.
	 */
	private static final String DEBUG = "--debug";

	private final SocketChannel client;

	private final Installation installation;

	private final CommandRunner runner;

	private final ClientErrors errors;

	private final ResidentLife life;

	private final LoginWatch logins;

	Reception(SocketChannel client, Installation installation, CommandRunner runner, ClientErrors errors,
			ResidentLife life, LoginWatch logins) {
		this.client = client;
		this.installation = installation;
		this.runner = runner;
		this.errors = errors;
		this.life = life;
		this.logins = logins;
	}

	@Override
	public void run() {
		try (FrameChannel channel = new FrameChannel(this.client)) {
			if (Peer.isUser(this.client)) {
				receive(channel);
			}
		}
		catch (IOException | BufferUnderflowException | IllegalArgumentException _) {
			// The client is gone, or is none.
		}
	}

	private void receive(FrameChannel channel) throws IOException {
		Frame first = channel.receive();
		switch (first.kind()) {
			case HELLO -> serve(channel, Hello.of(first.content()));
			case STATUS -> channel.send(told());
			case STOP -> stop(channel);
			default -> throw new IllegalArgumentException("no greeting");
		}
	}

	/**
	 * When the answer comes, the next command no longer meets this process.
	 */
	private void stop(FrameChannel channel) throws IOException {
		try (ResidentLife.Stay _ = this.life.stay()) {
			this.life.end("asked to stop");
			channel.send(told());
		}
	}

	private Frame told() {
		return new Frame(FrameKind.TOLD, new Content().entries(this.life.status()));
	}

	private void serve(FrameChannel channel, Hello hello) throws IOException {
		if (!fits(hello) || !this.life.hasRoom()) {
			channel.send(Frame.of(FrameKind.DECLINED));
			return;
		}
		HostEnvironment host = HostEnvironment.of(hello.variables(), Path.of(hello.folder()), hello.terminals());
		try (ClientCommand command = new ClientCommand(channel, hello, host, this.runner, this.errors)) {
			if (command.agreed() && this.life.begin(command)) {
				run(command, host);
			}
		}
	}

	private void run(ClientCommand command, HostEnvironment host) {
		try {
			command.serve();
		}
		finally {
			this.life.done(command, host);
			this.logins.follow(host);
		}
	}

	private boolean fits(Hello hello) {
		return !hello.words().contains(DEBUG) && Path.of(hello.folder()).isAbsolute() && isOfThisWorld(hello);
	}

	private boolean isOfThisWorld(Hello hello) {
		boolean same = this.installation.is(hello) && !hello.fit().isEmpty() && hello.fit().equals(FIT);
		if (!same) {
			this.life.declined();
		}
		return same;
	}

}
