package com.headjack.store.windows;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.foreign.FailureReport;
import com.headjack.foreign.NativeCallException;
import com.headjack.foreign.NativeLibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The calls, on a library in C that stands in for the one of Windows.
 */
class Advapi32CredentialBindingsTests {

	private static final String TARGET = "keyring:com.headjack.cli:test-credential";

	@TempDir
	private static Path folder;

	private static CredentialBindings bindings() throws Exception {
		Path library = folder.resolve("libadvapi32.so");
		Process compiler = new ProcessBuilder("gcc", "-shared", "-fPIC", "-nostdlib", "-o", library.toString(),
				"src/test/c/advapi32.c")
			.inheritIO()
			.start();
		assertThat(compiler.waitFor()).isZero();
		return new Advapi32CredentialBindings(NativeLibrary.named(library.toString()), new FailureReport(0, "errno"));
	}

	@Test
	void callsPassWhatTheLibraryExpects() throws Exception {
		CredentialBindings credentials = bindings();
		assertFails(WindowsFailures.NOT_FOUND, () -> credentials.read(TARGET));
		assertFails(WindowsFailures.NOT_FOUND, () -> credentials.delete(TARGET));
		assertFails(WindowsFailures.NOT_FOUND, () -> credentials.enumerate("keyring:"));
		assertFails(FakeCredentialBindings.BAD_STUB_DATA,
				() -> credentials.write(TARGET, new byte[CredentialBindings.LARGEST_BLOB + 1]));
		credentials.write(TARGET, new byte[] { 1, 2, 3 });
		assertThat(credentials.read(TARGET)).containsExactly(1, 2, 3);
		assertThat(credentials.enumerate("keyring:"))
			.isEqualTo(List.of(new CredentialBindings.Entry(TARGET, Instant.parse("2026-01-01T00:00:00Z"))));
		byte[] largest = new byte[CredentialBindings.LARGEST_BLOB];
		largest[largest.length - 1] = 7;
		credentials.write(TARGET, largest);
		assertThat(credentials.read(TARGET)).isEqualTo(largest);
		credentials.delete(TARGET);
		assertFails(WindowsFailures.NOT_FOUND, () -> credentials.read(TARGET));
		// Fails where something that was lent has not been given back.
		assertThat(credentials.longestPersistence()).isEqualTo(3);
	}

	private static void assertFails(int error, Runnable call) {
		assertThatExceptionOfType(NativeCallException.class).isThrownBy(call::run)
			.satisfies((failure) -> assertThat(failure.errno()).isEqualTo(error));
	}

}
