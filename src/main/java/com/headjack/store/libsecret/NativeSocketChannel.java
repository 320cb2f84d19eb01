package com.headjack.store.libsecret;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;

import com.headjack.foreign.NativeCallException;

/**
 * A connected {@link NativeSocket} as a channel that blocks, used by one thread; of the
 * rest of a channel it has nothing.
 */
final class NativeSocketChannel extends SocketChannel {

	private final NativeSocket socket;

	// Closed only when nobody waits any more, or the wait would be for another's socket.
	private final Lock use = new ReentrantLock();

	NativeSocketChannel(NativeSocket socket) {
		super(SelectorProvider.provider());
		this.socket = socket;
	}

	@Override
	public int read(ByteBuffer buffer) throws IOException {
		return exchange(buffer, (memory) -> {
			int count = this.socket.receive(memory);
			buffer.put(memory.asSlice(0, count).asByteBuffer());
			return (count > 0) ? count : -1;
		});
	}

	@Override
	public int write(ByteBuffer buffer) throws IOException {
		return exchange(buffer, (memory) -> {
			memory.copyFrom(MemorySegment.ofBuffer(buffer));
			int count = this.socket.send(memory);
			buffer.position(buffer.position() + count);
			return count;
		});
	}

	private int exchange(ByteBuffer buffer, ToIntFunction<MemorySegment> exchange) throws IOException {
		this.use.lock();
		try (Arena arena = Arena.ofConfined()) {
			if (!isOpen()) {
				throw new ClosedChannelException();
			}
			MemorySegment memory = arena.allocate(buffer.remaining());
			try {
				return exchange.applyAsInt(memory);
			}
			finally {
				memory.fill((byte) 0);
			}
		}
		catch (NativeCallException ex) {
			throw new IOException(ex);
		}
		finally {
			this.use.unlock();
		}
	}

	@Override
	protected void implCloseSelectableChannel() throws IOException {
		try {
			this.socket.shutDown();
		}
		catch (NativeCallException ex) {
			// The other side was first.
		}
		this.use.lock();
		try {
			this.socket.close();
		}
		finally {
			this.use.unlock();
		}
	}

	@Override
	public boolean isConnected() {
		return isOpen();
	}

	@Override
	public boolean isConnectionPending() {
		return false;
	}

	@Override
	public long read(ByteBuffer[] buffers, int offset, int length) {
		throw new UnsupportedOperationException();
	}

	@Override
	public long write(ByteBuffer[] buffers, int offset, int length) {
		throw new UnsupportedOperationException();
	}

	@Override
	public SocketChannel bind(@Nullable SocketAddress local) {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean connect(SocketAddress remote) {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean finishConnect() {
		throw new UnsupportedOperationException();
	}

	@Override
	public <T> SocketChannel setOption(SocketOption<T> name, T value) {
		throw new UnsupportedOperationException();
	}

	@Override
	public <T> T getOption(SocketOption<T> name) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Set<SocketOption<?>> supportedOptions() {
		return Set.of();
	}

	@Override
	public SocketChannel shutdownInput() {
		throw new UnsupportedOperationException();
	}

	@Override
	public SocketChannel shutdownOutput() {
		throw new UnsupportedOperationException();
	}

	@Override
	public Socket socket() {
		throw new UnsupportedOperationException();
	}

	@Override
	public @Nullable SocketAddress getRemoteAddress() {
		return null;
	}

	@Override
	public @Nullable SocketAddress getLocalAddress() {
		return null;
	}

	@Override
	protected void implConfigureBlocking(boolean block) {
		throw new UnsupportedOperationException();
	}

}
