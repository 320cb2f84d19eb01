package com.headjack.store.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.secret.SecretPrompt;
import com.headjack.store.PrivateFiles;
import com.headjack.store.RevisedStore;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreException;
import com.headjack.store.StoreProgram;
import com.headjack.store.TestLocks;

/**
 * Uses encrypted files in a process of its own.
 */
public final class FileStoreProgram {

	static final String PASSWORD = "FAKE-password";

	static final int FEW_ITERATIONS = 1_000;

	private FileStoreProgram() {
	}

	static SecretStore store(Path folder) {
		return store(folder, Duration.ofSeconds(20), FEW_ITERATIONS, PASSWORD, (question) -> Optional.empty());
	}

	/**
	 * The store as the house uses it, with its locks beside the configuration.
	 */
	public static RevisedStore locked(Path folder) {
		return TestLocks.over(store(folder), Objects.requireNonNull(folder.getParent()).resolveSibling("locks"));
	}

	static SecretStore store(Path folder, Duration patience, int iterations, String password, SecretPrompt prompt) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, folder, folder,
				Map.of(KeyringPassword.VARIABLE, password), Set.of());
		return new FileSecretStore(folder(folder, patience), new KeyringPassword(host, prompt),
				new PasswordEncryption(iterations));
	}

	private static KeyringFolder folder(Path folder, Duration patience) {
		return new KeyringFolder(folder, new NamesakeFolder(Objects.requireNonNull(folder.getParent())), patience);
	}

	/**
	 * Uses the store in the folder that the first argument names; {@code lock} only locks
	 * it, and leaves a half-written file in it, until it is killed.
	 */
	public static void main(String[] arguments) {
		Path folder = Path.of(arguments[0]);
		List<String> rest = List.of(arguments).subList(1, arguments.length);
		if (rest.getFirst().equals("lock")) {
			folder(folder, Duration.ZERO).exclusively(() -> writeHalf(folder));
			return;
		}
		try {
			StoreProgram.run(locked(folder), rest);
		}
		catch (StoreException ex) {
			System.out.println(ex.getClass().getSimpleName() + ": " + ex.getMessage());
		}
	}

	private static void writeHalf(Path folder) {
		try (FileChannel channel = new PrivateFiles(FileSystems.getDefault()).open(folder.resolve(".tmp-killed"),
				StandardOpenOption.CREATE_NEW)) {
			channel.write(ByteBuffer.wrap(new byte[10]));
			System.out.println("locked");
			System.in.read();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
