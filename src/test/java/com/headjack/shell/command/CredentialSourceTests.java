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
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentId;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.TestAgents;
import com.headjack.credential.Account;
import com.headjack.credential.Credential;
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

	private final InMemorySecretStore store = new InMemorySecretStore();

	private final ByteArrayOutputStream messages = new ByteArrayOutputStream();

	private InputStream input = piped(KEY);

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

	@ParameterizedTest
	@CsvSource({ "1800,1700,true", "1800,1800,false", "1700,1800,false" })
	void obtainWhenAnOlderLoginIsPipedTakesItWithAWarning(String stored, String given, boolean warned) {
		this.input = piped(login(stored));
		AgentProfile gemini = this.catalog.get("gemini");
		obtain(gemini, Optional.of("subscription"), this::store);
		this.input = piped(login(given));
		assertThat(obtain(gemini, Optional.of("subscription"), (_) -> {
		})).contains("\"expiry_date\":" + given);
		assertThat(this.messages.toString(StandardCharsets.UTF_8))
			.isEqualTo(warned ? "warning: this login is older than the stored one, which it replaces\n" : "");
	}

	private void store(Credential credential) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.home, this.home, Map.of(), Set.of());
		TestCaptures.of(host, this.catalog, new StoreSelector(List.of(this.store), null))
			.keep(new Account(new AgentId("gemini"), null), credential);
	}

	private static InputStream piped(String text) {
		return new ByteArrayInputStream((text + "\n").getBytes(StandardCharsets.UTF_8));
	}

	private static String login(String date) {
		return "{\"refresh_token\":\"FAKE-CANARY\",\"expiry_date\":%s000000000}".formatted(date);
	}

	private String obtain(Optional<String> method, StandardStream... terminals) {
		return obtain(this.catalog.get("claude"), method, (_) -> {
		}, terminals);
	}

	private String obtain(AgentProfile profile, Optional<String> method, Consumer<Credential> taker,
			StandardStream... terminals) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.home, this.home, Map.of(),
				Set.of(terminals));
		StoreSelector selector = new StoreSelector(List.of(this.store), null);
		CredentialCapture capture = TestCaptures.of(host, this.catalog, selector);
		HostCopies copies = TestCaptures.copies(host, this.catalog, selector);
		Output output = Output.of(new ByteArrayOutputStream(), this.messages);
		AuthDialog dialog = new AuthDialog(capture, copies, new Asked(), output);
		StringBuilder taken = new StringBuilder();
		try {
			new CredentialSource(dialog, new CredentialInput(capture, copies, output, this.input), host).obtain(profile,
					new Account(profile.id(), null), method, (credential) -> {
						taken.append(credential.value().reveal());
						taker.accept(credential);
					});
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
