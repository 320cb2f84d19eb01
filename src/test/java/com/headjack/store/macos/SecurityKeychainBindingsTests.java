package com.headjack.store.macos;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.foreign.NativeCallException;
import com.headjack.foreign.NativeLibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The calls, on a library in C that stands in for the frameworks of macOS.
 */
class SecurityKeychainBindingsTests {

	private static final String SERVICE = "com.headjack.cli";

	private static final String ACCOUNT = "test-credential.日本";

	@TempDir
	private static Path folder;

	private static NativeLibrary library() throws Exception {
		Path library = folder.resolve("libsecurity.so");
		Process compiler = new ProcessBuilder("gcc", "-shared", "-fPIC", "-nostdlib", "-fno-builtin", "-o",
				library.toString(), "src/test/c/security.c")
			.inheritIO()
			.start();
		assertThat(compiler.waitFor()).isZero();
		return NativeLibrary.named(library.toString());
	}

	@Test
	void callsPassWhatTheFrameworksExpectAndReleaseWhatTheyMade() throws Exception {
		NativeLibrary library = library();
		KeychainBindings keychain = bindings(library, false);
		assertFails(KeychainFailures.NOT_FOUND, () -> keychain.read(SERVICE, ACCOUNT));
		assertFails(KeychainFailures.NOT_FOUND, () -> keychain.update(SERVICE, ACCOUNT, new byte[] { 1 }));
		assertFails(KeychainFailures.NOT_FOUND, () -> keychain.delete(SERVICE, ACCOUNT));
		assertFails(KeychainFailures.NOT_FOUND, () -> keychain.accounts(SERVICE));
		keychain.add(SERVICE, ACCOUNT, "Headjack", "CANARY-before".getBytes(StandardCharsets.UTF_8));
		keychain.add(SERVICE, "other", "Headjack", new byte[] { 2 });
		assertFails(KeychainFailures.DUPLICATE, () -> keychain.add(SERVICE, ACCOUNT, "Headjack", new byte[] { 3 }));
		keychain.update(SERVICE, ACCOUNT, "CANARY\0after".getBytes(StandardCharsets.UTF_8));
		assertThat(keychain.read(SERVICE, ACCOUNT)).isEqualTo("CANARY\0after".getBytes(StandardCharsets.UTF_8));
		assertThat(keychain.read(SERVICE, "other")).containsExactly(2);
		assertThat(keychain.accounts(SERVICE)).containsExactlyInAnyOrder(ACCOUNT, "other");
		keychain.delete(SERVICE, ACCOUNT);
		keychain.delete(SERVICE, "other");
		assertFails(KeychainFailures.NOT_FOUND, () -> keychain.read(SERVICE, ACCOUNT));
		assertThat(objectsAlive(library)).isZero();
		assertThat(keychain.unlocked()).isFalse();
		assertThat(bindings(library, true).unlocked()).isTrue();
	}

	private static KeychainBindings bindings(NativeLibrary library, boolean interaction) {
		return new SecurityKeychainBindings(library, new CoreFoundation(library), interaction);
	}

	@SuppressWarnings("restricted")
	private static long objectsAlive(NativeLibrary library) {
		return library.address("objects_alive").reinterpret(Long.BYTES).get(ValueLayout.JAVA_LONG, 0);
	}

	private static void assertFails(int status, Runnable call) {
		assertThatExceptionOfType(NativeCallException.class).isThrownBy(call::run)
			.satisfies((failure) -> assertThat(failure.errno()).isEqualTo(status));
	}

}
