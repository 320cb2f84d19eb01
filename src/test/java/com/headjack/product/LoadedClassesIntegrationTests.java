package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a command loads of the libraries that only some commands need. The cache is left
 * out: with it, the JVM tells of all that is in there.
 */
class LoadedClassesIntegrationTests {

	private static final String ENGINE = "com.github.dockerjava.";

	private static final List<String> STORES = List.of("org.springframework.vault.", "org.freedesktop.",
			"com.headjack.foreign.NativeLibrary", "com.headjack.store.keyctl.SyscallKeyctlBindings",
			"com.headjack.store.macos.SecurityKeychainBindings", "com.headjack.store.macos.CoreFoundation",
			"com.headjack.store.windows.Advapi32CredentialBindings");

	@TempDir
	Path folder;

	private Hjk product;

	@BeforeEach
	void setUp() throws IOException {
		this.product = new Hjk(this.folder, World.of(this));
		SampleLogin login = SampleLogin.of("claude", "apikey");
		this.product.piped(login.secret(), login.auth()).done();
	}

	@ParameterizedTest
	@ValueSource(strings = { "version", "help", "config", "auth status", "completion bash" })
	void commandLoadsNoEngineAndNoStoreThatItDoesNotUse(String command) throws IOException {
		assertThat(loaded(command, STORES)).isEmpty();
		assertThat(loaded(command, List.of(ENGINE))).isEmpty();
	}

	@Test
	void commandOnInstancesLoadsTheEngineAndNoStore() throws IOException {
		assertThat(loaded("ps", List.of(ENGINE))).isNotEmpty();
		assertThat(loaded("ps", STORES)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "vault,org.springframework.vault.", "secret-service,org.freedesktop.",
			"keyctl,com.headjack.store.keyctl.SyscallKeyctlBindings", "keyctl,com.headjack.foreign.NativeLibrary" })
	void commandOnAStoreLoadsWhatIsBehindIt(String store, String prefix) throws IOException {
		this.product.with("HEADJACK_KEYRING_BACKEND", store)
			.with("VAULT_ADDR", "http://127.0.0.1:9")
			.with("VAULT_TOKEN", "FAKE")
			.with("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + this.folder.resolve("none"));
		assertThat(loaded("auth status", List.of(prefix))).isNotEmpty();
	}

	/**
	 * The classes that a command loads whose names begin so.
	 */
	private List<String> loaded(String command, List<String> prefixes) throws IOException {
		Path log = this.folder.resolve("loaded.log");
		this.product.with("HJK_JAVA_OPTS", "-XX:AOTMode=off -Xlog:class+load:file=" + log + ":none")
			.hjk(command.split(" ", -1));
		try (Stream<String> lines = Files.lines(log)) {
			return lines.filter((line) -> prefixes.stream().anyMatch(line::startsWith)).toList();
		}
	}

}
