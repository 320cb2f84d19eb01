package com.headjack.client;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.headjack.wire.Frame;
import com.headjack.wire.FrameChannel;
import com.headjack.wire.FrameKind;
import com.headjack.wire.Hello;

/**
 * Comes to terms with the resident in a short time, or runs the command without it. This
 * thread watches the time, since connecting cannot be interrupted.
 */
final class Handshake extends Thread {

	/**
	 * How long a resident that is alive may take to accept, in milliseconds: it may be
	 * busy with many clients, and another process would make the machine still busier.
	 */
	private static final long LONGER = 5000;

	/**
	 * How long this thread waits at a time, in milliseconds. If it wakes late, the
	 * machine is busy, and that is not the resident's silence.
	 */
	private static final long SLICE = 10;

	/**
	 * The states: it is settled whether the resident may begin, and the resident has told
	 * whether it does.
	 */
	private static final int SETTLED = 1;

	private static final int ANSWERED = 2;

	private final Streams streams;

	private final ClientProcess process;

	private volatile @Nullable SocketChannel connection;

	private long patience;

	private int state;

	private boolean late;

	Handshake(Duration patience, Streams streams, ClientProcess process) {
		super("deadline");
		this.patience = patience.toMillis();
		this.streams = streams;
		this.process = process;
	}

	/**
	 * Has the resident accept the command.
	 * @param words the command
	 * @param launch what the resident has to know
	 * @return serves the command, which the resident begins, or null if this process ends
	 * without the resident
	 */
	@Nullable Service with(List<String> words, Launch launch) {
		Hello hello = launch.hello(words);
		Service service = (hello != null) ? accepted(hello, launch) : null;
		if (service == null && inTime()) {
			answered();
			giveUp();
		}
		return service;
	}

	private @Nullable Service accepted(Hello hello, Launch launch) {
		try {
			FrameChannel channel = connected(ResidentSocket.at(launch.socket()));
			channel.send(hello.frame());
			Service service = new Service(channel, hello.words(), new Modes(launch.modes()), this.streams,
					this.process);
			this.process.passSignals(service);
			return isAccepted(channel) ? service.begun() : null;
		}
		catch (IOException | UnsupportedOperationException _) {
			return null;
		}
	}

	/**
	 * Connects, and finds that the resident is alive. A machine that is busy delays this
	 * process too, so it does nothing else while the short time runs.
	 */
	private FrameChannel connected(ResidentSocket socket) throws IOException {
		NoRandom.prefer();
		SocketChannel opened = SocketChannel.open(StandardProtocolFamily.UNIX);
		this.connection = opened;
		FrameChannel channel = new FrameChannel(opened);
		start();
		socket.connect(opened);
		if (channel.receive().kind() != FrameKind.ALIVE) {
			throw new ProtocolException("no sign of life");
		}
		extend(LONGER);
		return channel;
	}

	private boolean isAccepted(FrameChannel channel) throws IOException {
		if (channel.receive().kind() != FrameKind.ACCEPTED || !inTime()) {
			return false;
		}
		channel.send(Frame.of(FrameKind.BEGIN));
		try {
			return channel.receive().kind() == FrameKind.BEGUN;
		}
		finally {
			answered();
		}
	}

	@Override
	public void run() {
		if (isLate()) {
			giveUp();
		}
		else if (isForsaken()) {
			refuse();
		}
	}

	private synchronized boolean isLate() {
		this.late = !reaches(SETTLED);
		return this.late;
	}

	/**
	 * Whether the resident has not told for long that the command begins.
	 */
	private synchronized boolean isForsaken() {
		return !reaches(ANSWERED);
	}

	/**
	 * Waits for a state as long as the patience lasts.
	 */
	private synchronized boolean reaches(int wanted) {
		try {
			for (long waited = 0; waited < this.patience && this.state < wanted; waited += SLICE) {
				wait(SLICE);
			}
		}
		catch (InterruptedException _) {
			interrupt();
		}
		return this.state >= wanted;
	}

	private synchronized void answered() {
		this.state = ANSWERED;
		notifyAll();
	}

	/**
	 * Refuses what the resident may still send. So it cannot tell any more that the
	 * command begins, and does not begin it.
	 */
	private void refuse() {
		SocketChannel opened = this.connection;
		try {
			if (opened != null) {
				opened.shutdownInput();
			}
		}
		catch (IOException _) {
			// The resident is gone.
		}
	}

	private synchronized void extend(long time) {
		this.patience = Math.max(this.patience, time);
	}

	/**
	 * Ends the watching, unless the time is over already.
	 */
	private synchronized boolean inTime() {
		this.state = Math.max(this.state, SETTLED);
		notifyAll();
		return !this.late;
	}

	private void giveUp() {
		SocketChannel opened = this.connection;
		try {
			if (opened != null) {
				opened.close();
			}
		}
		catch (IOException _) {
			// It is of no use any more.
		}
		this.process.alone();
	}

}
