package com.headjack.engine.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.EngineUnavailableException;

/**
 * A socket of this process for an engine that ssh reaches: each connection to it becomes
 * one of ssh, with half-close. Only this user can connect.
 */
final class SshTunnel implements AutoCloseable {

	private final SshProgram ssh;

	private final Path folder;

	private final ServerSocketChannel listener;

	/**
	 * The connection that the engine has answered, for the first caller.
	 */
	private final AtomicReference<@Nullable Process> ready;

	private final Set<Process> programs = ConcurrentHashMap.newKeySet();

	private SshTunnel(SshProgram ssh, Process first, Path folder, ServerSocketChannel listener) {
		this.ssh = ssh;
		this.ready = new AtomicReference<>(first);
		this.programs.add(first);
		this.folder = folder;
		this.listener = listener;
	}

	/**
	 * Opens a tunnel once the engine has answered.
	 * @param ssh the way to the engine
	 * @return the tunnel, to be closed by the caller
	 * @throws EngineUnavailableException if no engine answers through ssh
	 */
	static SshTunnel open(SshProgram ssh) {
		Process first = new SshTrial(ssh).connect();
		try {
			Path folder = Files.createTempDirectory("hjk-ssh");
			ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
			SshTunnel tunnel = new SshTunnel(ssh, first, folder, listener);
			listener.bind(UnixDomainSocketAddress.of(tunnel.socket()));
			Thread.ofPlatform().daemon().name("ssh-tunnel").start(tunnel::accept);
			return tunnel;
		}
		catch (IOException ex) {
			first.destroy();
			throw new EngineUnavailableException("cannot make a socket for the container engine at "
					+ ssh.destination().uri() + ": " + ex.getMessage(), "see that there is room in /tmp", ex);
		}
	}

	Path socket() {
		return this.folder.resolve("engine.sock");
	}

	private void accept() {
		try {
			while (true) {
				serve(this.listener.accept());
			}
		}
		catch (ClosedChannelException _) {
			// The tunnel was closed.
		}
		catch (IOException _) {
			// Without descriptors there are no more connections; each caller sees that.
			end();
		}
	}

	private void serve(SocketChannel channel) throws IOException {
		try {
			Process answered = this.ready.getAndSet(null);
			Process program = (answered != null) ? answered : this.ssh.start(ProcessBuilder.Redirect.DISCARD);
			this.programs.add(program);
			Thread.ofPlatform().daemon().name("ssh-requests").start(() -> send(channel, program));
			Thread.ofPlatform().daemon().name("ssh-answers").start(() -> receive(channel, program));
		}
		catch (EngineUnavailableException _) {
			channel.close();
		}
	}

	private static void send(SocketChannel channel, Process program) {
		try (OutputStream engine = program.getOutputStream()) {
			copy(Channels.newInputStream(channel), engine);
		}
		catch (IOException _) {
			// The other direction ends, too.
		}
	}

	private void receive(SocketChannel channel, Process program) {
		try (channel; InputStream engine = program.getInputStream()) {
			copy(engine, Channels.newOutputStream(channel));
		}
		catch (IOException _) {
			// The reader is gone.
		}
		finally {
			program.destroy();
			this.programs.remove(program);
		}
	}

	/**
	 * Copies bytes as they come.
	 */
	private static void copy(InputStream from, OutputStream to) throws IOException {
		byte[] buffer = new byte[65_536];
		for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
			to.write(buffer, 0, read);
			to.flush();
		}
	}

	private void end() {
		try {
			this.listener.close();
			Files.deleteIfExists(socket());
			Files.deleteIfExists(this.folder);
		}
		catch (IOException _) {
			// The system clears its folder of temporary files.
		}
	}

	@Override
	public void close() {
		end();
		this.programs.forEach(Process::destroy);
	}

}
