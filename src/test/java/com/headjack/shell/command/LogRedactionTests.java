package com.headjack.shell.command;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.headjack.credential.TestCredentials;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.shell.terminal.Output;
import com.headjack.store.InMemorySecretStore;
import com.headjack.store.Probe;
import com.headjack.store.StoreSelector;

import static org.assertj.core.api.Assertions.assertThat;

class LogRedactionTests {

	private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

	private LogRedaction redaction(InMemorySecretStore store) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, Path.of("/home/me"), Path.of("/home/me"),
				Map.of(), Set.of());
		return new LogRedaction(
				() -> TestCredentials.secretsIn(TestCredentials.in(new StoreSelector(List.of(store), null)), host),
				Output.of(new ByteArrayOutputStream(), this.messages));
	}

	@Test
	void getWhenTheStoreIsLockedSaysOnceThatNothingCanBeHidden() {
		try (LogRedaction redaction = redaction(
				new InMemorySecretStore("locked", new Probe.Unavailable("it is locked", "open it")))) {
			redaction.get();
			redaction.get();
		}
		assertThat(this.messages.toString(StandardCharsets.UTF_8)).isEqualTo("""
				warning: logins in this log cannot be hidden: no secret store works here: locked: it is locked
				hint: run 'hjk doctor' for what to do
				""");
	}

	@Test
	void getWhenNothingIsStoredSaysNothing() {
		try (LogRedaction redaction = redaction(new InMemorySecretStore())) {
			assertThat(redaction.get()).isSameAs(redaction.get());
		}
		assertThat(this.messages.size()).isZero();
	}

}
