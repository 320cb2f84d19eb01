package com.headjack.store.windows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lets one process call at a time. Windows does that by itself; Wine reads a credential
 * in several steps, between which it may be changed.
 */
record AtomicBindings(CredentialBindings credentials) implements CredentialBindings {

	private static final Path LOCK = Path.of(System.getProperty("java.io.tmpdir"), "credentials.lock");

	private static <T> T alone(Supplier<T> call) {
		try (FileChannel channel = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
				FileLock _ = channel.lock()) {
			return call.get();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public byte[] read(String target) {
		return alone(() -> this.credentials.read(target));
	}

	@Override
	public void write(String target, byte[] blob) {
		alone(() -> {
			this.credentials.write(target, blob);
			return true;
		});
	}

	@Override
	public void delete(String target) {
		alone(() -> {
			this.credentials.delete(target);
			return true;
		});
	}

	@Override
	public List<Entry> enumerate(String prefix) {
		return alone(() -> this.credentials.enumerate(prefix));
	}

	@Override
	public int longestPersistence() {
		return alone(this.credentials::longestPersistence);
	}

}
