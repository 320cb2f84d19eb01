package com.headjack.shell.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentId;
import com.headjack.agent.TestAgents;
import com.headjack.credential.Account;
import com.headjack.credential.CredentialCapture;
import com.headjack.credential.HostCopies;
import com.headjack.credential.TestCaptures;
import com.headjack.credential.TestKeys;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.host.StandardStream;
import com.headjack.secret.Secret;
import com.headjack.shell.terminal.Dialog;
import com.headjack.shell.terminal.Output;
import com.headjack.store.InMemorySecretStore;
import com.headjack.store.StoreSelector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CredentialSourceTests {

	private static final String KEY = TestKeys.CLAUDE_KEY;

	@TempDir
	Path home;

	private final AgentCatalog catalog = TestAgents.builtIn();

	private final InputStream input = new ByteArrayInputStream((KEY + "\n").getBytes(StandardCharsets.UTF_8));

	@Test
	void obtainWhenThereIsATerminalAsks() {
		assertThat(obtain(Optional.of("apikey"), StandardStream.STDIN, StandardStream.STDERR)).isEqualTo("asked");
	}

	@Test
	void obtainWhenStdinIsNoTerminalReadsIt() {
		assertThat(obtain(Optional.of("apikey"), StandardStream.STDERR)).isEqualTo(KEY);
	}

	@Test
	void obtainWhenStdinIsNoTerminalNeedsAMethod() {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> obtain(Optional.empty()))
			.withMessageContaining("has to be named");
	}

	@Test
	void obtainWhenStderrAloneIsNoTerminalRefusesAndReadsNothing() throws Exception {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> obtain(Optional.of("apikey"), StandardStream.STDIN, StandardStream.STDOUT))
			.withMessageContaining("stderr is not a terminal")
			.satisfies((ex) -> assertThat(ex.remedy().orElseThrow()).contains("do not redirect stderr"));
		assertThat(this.input.available()).isEqualTo(KEY.length() + 1);
	}

	@Test
	void obtainWhenTheMethodIsUnknownRefuses() {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> obtain(Optional.of("paper")))
			.withMessageContaining("unknown method \"paper\"");
	}

	private String obtain(Optional<String> method, StandardStream... terminals) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.home, this.home, Map.of(),
				Set.of(terminals));
		StoreSelector selector = new StoreSelector(List.of(new InMemorySecretStore()), null);
		CredentialCapture capture = TestCaptures.of(host, this.catalog, selector);
		HostCopies copies = TestCaptures.copies(host, this.catalog, selector);
		AuthDialog dialog = new AuthDialog(capture, copies, new Asked(),
				Output.of(new ByteArrayOutputStream(), new ByteArrayOutputStream()));
		StringBuilder taken = new StringBuilder();
		try {
			new CredentialSource(dialog, new CredentialInput(capture, copies, this.input), host).obtain(
					this.catalog.get("claude"), new Account(new AgentId("claude"), null), method,
					(credential) -> taken.append(credential.value().reveal()));
		}
		catch (AskedException _) {
			taken.append("asked");
		}
		return taken.toString();
	}

	private static final class AskedException extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

	private static final class Asked implements Dialog {

		@Override
		public <T> T withoutEcho(Supplier<T> questions) {
			throw new AskedException();
		}

		@Override
		public String ask(String question) {
			throw new AskedException();
		}

		@Override
		public Secret askSecret(String question) {
			throw new AskedException();
		}

		@Override
		public Secret askPasted(String question) {
			throw new AskedException();
		}

	}

}
