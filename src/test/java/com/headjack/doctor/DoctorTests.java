package com.headjack.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.agent.AgentId;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.TestAgents;
import com.headjack.credential.Account;
import com.headjack.credential.Credential;
import com.headjack.credential.CredentialFacts;
import com.headjack.credential.AccountChoice;
import com.headjack.credential.CredentialRepository;
import com.headjack.credential.Expiry;
import com.headjack.credential.ExpiryWatch;
import com.headjack.credential.TestCredentials;
import com.headjack.engine.EngineException;
import com.headjack.engine.FailingEngine;
import com.headjack.engine.FailingEngine.Call;
import com.headjack.engine.InMemoryEngine;
import com.headjack.engine.InMemoryImage;
import com.headjack.engine.RuntimeOptions;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.host.StandardStream;
import com.headjack.process.CommandResult;
import com.headjack.process.ProgramNotFoundException;
import com.headjack.secret.Secret;
import com.headjack.store.AlteringSecretStore;
import com.headjack.store.FailingSecretStore;
import com.headjack.store.Expected;
import com.headjack.store.InMemorySecretStore;
import com.headjack.store.Probe;
import com.headjack.store.SecretName;
import com.headjack.store.RevisedStore;
import com.headjack.store.StoreSelector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

class DoctorTests {

	private static final String LASTING = "for a lasting one: HEADJACK_KEYRING_BACKEND=file";

	private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

	@AutoClose
	private final FailingEngine engine = new FailingEngine(new InMemoryEngine());

	private final Check contents = new Check() {

		@Override
		public String name() {
			return "contents";
		}

		@Override
		public List<Diagnostic> run() {
			throw new EngineException("broken", "mend it", null);
		}

	};

	private final InMemorySecretStore store = new InMemorySecretStore("memory", new Probe.Ready());

	private final RevisedStore blocked = new InMemorySecretStore("blocked",
			new Probe.Unavailable("it is blocked", "unblock it"));

	@TempDir
	Path folder;

	@Test
	void examineWhenOneCheckFailsGoesOn() {
		this.engine.failAt(Call.VERSION, 1);
		Doctor doctor = new Doctor(
				List.of(new EngineCheck(this.engine, (program) -> List.of(this.contents)), store(this.store)));
		assertThat(doctor.examine()).extracting(Diagnostic::name, Diagnostic::outcome, Diagnostic::remedy)
			.containsExactly(tuple("engine", Outcome.FAILED, "try again"), tuple("store", Outcome.OK, LASTING));
	}

	@Test
	void createWithoutRemedyWhenItDoesNotWorkThrows() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Diagnostic("x", Outcome.WARNING, "broken", null));
	}

	@Test
	void engineCheckTellsWhichVersionAndWhereAndWhatIsFurtherFound() {
		assertThat(new EngineCheck(this.engine, (program) -> List.of(this.contents)).run()).containsExactly(
				Diagnostic.ok("engine", "docker 1.2 at " + this.engine.version().address()),
				Diagnostic.failed("contents", "broken", "mend it"));
	}

	@Test
	void mountCheckWhenFilesAreSeenOnBothSidesIsContentAndLeavesNothing() {
		Path storage = this.folder.resolve("storage/sessions");
		assertThat(new MountCheck(this.engine, InMemoryEngine.IMAGE, List.of(storage, this.folder)).run())
			.containsExactly(Diagnostic.ok("files", "containers see the files of this machine"));
		assertThat(this.folder).isEmptyDirectory();
		assertThat(this.engine.list(Map.of())).isEmpty();
	}

	@Test
	void mountCheckWhenTheEngineSeesOtherFilesFailsAndLeavesNothing() {
		InMemoryEngine blind = new InMemoryEngine();
		blind.add(InMemoryImage.of("blind").with("rm", "exit 0"));
		try (FailingEngine engine = new FailingEngine(blind)) {
			Check check = new MountCheck(engine, "blind", List.of(this.folder));
			assertThat(Doctor.run(check)).singleElement().satisfies((diagnostic) -> {
				assertThat(diagnostic.outcome()).isEqualTo(Outcome.WARNING);
				assertThat(diagnostic.detail()).contains("does not see this machine's files",
						"new instances get copies of their repositories");
			});
			assertThat(engine.list(Map.of())).isEmpty();
		}
		assertThat(this.folder).isEmptyDirectory();
	}

	@Test
	void memoryCheckWarnsOfAnEngineWithoutLimits() {
		InMemoryEngine engine = new InMemoryEngine();
		assertThat(new MemoryCheck(engine).run()).isEmpty();
		engine.limitNoMemory();
		assertThat(new MemoryCheck(engine).run()).singleElement().satisfies((diagnostic) -> {
			assertThat(diagnostic.outcome()).isEqualTo(Outcome.WARNING);
			assertThat(diagnostic.detail()).contains("cannot limit the memory");
		});
	}

	@Test
	void mountCheckWithoutTheImageSaysThatItChecksNothing() {
		assertThat(new MountCheck(this.engine, "absent", List.of(this.folder)).run())
			.containsExactly(Diagnostic.warning("files", "not checked without the image", "get the image first"));
	}

	@Test
	void mountCheckWhereNothingCanBeWrittenFails() throws IOException {
		Path file = Files.createFile(this.folder.resolve("file"));
		assertThat(Doctor.run(new MountCheck(this.engine, InMemoryEngine.IMAGE, List.of(file.resolve("below")))))
			.extracting(Diagnostic::outcome)
			.containsExactly(Outcome.FAILED);
	}

	@Test
	void proxyCheckNamesTheVariables() {
		InMemoryEngine proxied = new InMemoryEngine();
		assertThat(new ProxyCheck(proxied, RuntimeOptions.none()).run()).isEmpty();
		proxied.configureDeadProxies(List.of("HTTP_PROXY", "HTTPS_PROXY"));
		assertThat(new ProxyCheck(proxied, RuntimeOptions.none()).run()).singleElement().satisfies((diagnostic) -> {
			assertThat(diagnostic.outcome()).isEqualTo(Outcome.FAILED);
			assertThat(diagnostic.detail()).startsWith("HTTP_PROXY, HTTPS_PROXY: ");
		});
		proxied.close();
	}

	@Test
	void accountCheckNamesAccountsThatAreNotLoggedIn() {
		CredentialRepository logins = TestCredentials
			.in(selector(new InMemorySecretStore("memory", new Probe.Ready())));
		try (Credential key = new Credential(LoginMethod.API_KEY, Secret.of("sk-FAKE-CANARY"))) {
			logins.put(new Account(new AgentId("claude"), "work"), key);
		}
		AccountChoice choice = new AccountChoice(TestAgents.configured(Map.of("agents.claude.account", "work",
				"agents.claude.repositories.web-1f0c3a5e", "work", "agents.codex.repositories.web-1f0c3a5e", "gone")));
		assertThat(new AccountCheck(logins, choice, TestAgents.builtIn()).run()).singleElement()
			.satisfies((diagnostic) -> {
				assertThat(diagnostic.outcome()).isEqualTo(Outcome.WARNING);
				assertThat(diagnostic.name()).isEqualTo("account codex (gone)");
				assertThat(diagnostic.detail())
					.contains("repository web-1f0c3a5e is bound to account \"gone\" of codex");
				assertThat(diagnostic.remedy()).contains("hjk auth codex --account gone");
			});
	}

	@Test
	void gitCheckTellsTheVersion() {
		assertThat(new GitCheck((command) -> new CommandResult(command, 0, "git version 2.39\n", "")).run())
			.containsExactly(Diagnostic.ok("git", "git version 2.39"));
	}

	@Test
	void gitCheckWhenThereIsNoneFailsWithARemedy() {
		Check check = new GitCheck((command) -> {
			throw new ProgramNotFoundException(command.program(), new IOException("none"));
		});
		assertThat(new Doctor(List.of(check)).examine()).containsExactly(
				Diagnostic.failed("git", "git not found", "install git, and make sure that it is on the PATH"));
	}

	@Test
	void storeCheckLeavesNothingBehind() {
		assertThat(store(this.store).run()).singleElement()
			.extracting(Diagnostic::detail)
			.isEqualTo("memory (in the memory of a test, until reboot): wrote, read and removed a secret");
		assertThat(this.store.list()).isEmpty();
	}

	@Test
	void storeCheckWhenSomethingElseComesBackFailsAndLeavesNothingBehind() {
		assertThat(store(new AlteringSecretStore(this.store)).run()).singleElement()
			.extracting(Diagnostic::outcome)
			.isEqualTo(Outcome.FAILED);
		assertThat(this.store.list()).isEmpty();
	}

	@Test
	void storeCheckWhenReadingFailsLeavesNothingBehind() {
		RevisedStore failing = new FailingSecretStore(this.store, 2, false);
		assertThat(new Doctor(List.of(store(failing))).examine()).singleElement().satisfies((diagnostic) -> {
			assertThat(diagnostic.outcome()).isEqualTo(Outcome.FAILED);
			assertThat(diagnostic.remedy()).isNotBlank();
		});
		assertThat(this.store.list()).isEmpty();
	}

	@Test
	void otherStoresCheckTellsWhichWouldWorkAndWhyTheOthersWouldNot() {
		RevisedStore second = new InMemorySecretStore("second", new Probe.Ready());
		assertThat(new OtherStoresCheck(selector(this.blocked, this.store, second)).run())
			.extracting(Diagnostic::name, Diagnostic::outcome, Diagnostic::remedy, Diagnostic::needed)
			.containsExactly(tuple("store blocked", Outcome.WARNING, "unblock it", false),
					tuple("store second", Outcome.OK, null, false));
	}

	@Test
	void otherStoresCheckTellsOfAStoreOfAnotherSystemWithoutARemedy() {
		RevisedStore elsewhere = new InMemorySecretStore("elsewhere", new Probe.Elsewhere("macOS"));
		assertThat(new OtherStoresCheck(selector(elsewhere, this.store)).run())
			.containsExactly(Diagnostic.notApplicable("store elsewhere", "for macOS").unneeded());
	}

	@Test
	void terminalCheckTellsWhetherSomebodyCanBeAsked() {
		assertThat(terminal(Set.of(), "xterm")).startsWith("none");
		assertThat(terminal(Set.of(StandardStream.values()), "xterm")).isEqualTo("xterm");
		assertThat(terminal(Set.of(StandardStream.values()), "dumb")).contains("TERM does not name");
	}

	@Test
	void loginCheckNamesTheAgentsOrHowToLogIn() {
		assertThat(new LoginCheck(Set.of("claude")).run()).containsExactly(Diagnostic.ok("logins", "claude"));
		assertThat(new LoginCheck(Set.of()).run()).singleElement().satisfies((diagnostic) -> {
			assertThat(diagnostic.outcome()).isEqualTo(Outcome.WARNING);
			assertThat(diagnostic.remedy()).contains("hjk auth claude");
		});
	}

	@Test
	void storeCheckTellsHowLongTheLoginsLive() {
		login("claude", null, new CredentialFacts(new Expiry(NOW.plusSeconds(86_400), true), null,
				NOW.minusSeconds(864_000), null, false));
		login("claude", "work", new CredentialFacts(null, null, NOW, null, false));
		login("codex", "old", new CredentialFacts(new Expiry(NOW.minusSeconds(7200), false), null, NOW, null, false));
		login("gemini", null, new CredentialFacts(new Expiry(NOW.minusSeconds(7200), false), null, NOW, null, true));
		List<Diagnostic> found = store(this.store).run();
		assertThat(found.subList(1, found.size())).containsExactly(
				Diagnostic.warning("login claude", "the login of claude expires in about 1 d",
						"run 'claude setup-token', then 'hjk auth claude'"),
				Diagnostic.warning("login codex (old)", "the login of codex (account \"old\") expired 2 h ago",
						"run 'codex login', then 'hjk auth codex --account old'"),
				Diagnostic.ok("login gemini", "expired 2 h ago, renews itself"));
	}

	private void login(String agent, @Nullable String account, CredentialFacts facts) {
		try (Credential credential = new Credential(LoginMethod.SUBSCRIPTION, Secret.of("FAKE-CANARY"), facts)) {
			TestCredentials.in(selector(this.store)).put(Account.of(new AgentId(agent), account), credential);
		}
	}

	@Test
	void storeCheckWhenTheStoreFailsReadsNoLogin() {
		this.store.put(SecretName.of("claude"), Secret.of("CANARY"), Expected.anything());
		assertThat(store(new AlteringSecretStore(this.store)).run()).hasSize(1);
		assertThat(store(this.store).run()).extracting(Diagnostic::name, Diagnostic::outcome)
			.containsExactly(tuple("store", Outcome.OK), tuple("stored logins", Outcome.FAILED));
	}

	@Test
	void javaCheckTellsVersionVendorAndPlace() {
		Properties properties = new Properties();
		properties.putAll(Map.of("java.version", "25", "java.vendor", "Sample", "java.home", "/jdk"));
		assertThat(new JavaCheck(properties).run()).containsExactly(Diagnostic.ok("java", "25 (Sample) in /jdk"));
	}

	@Test
	void cacheCheckTellsWhetherJavaTookIt() throws IOException {
		Path maps = Files.writeString(this.folder.resolve("maps"), "1-2 rw-p 0 08:01 1    /hjk/lib/hjk.aot\n");
		assertThat(cache("/hjk/lib/hjk.aot", maps)).isEqualTo(Outcome.OK);
		assertThat(cache("/other/lib/hjk.aot", maps)).isEqualTo(Outcome.WARNING);
		assertThat(cache("", maps)).isEqualTo(Outcome.WARNING);
		assertThat(cache("/hjk/lib/hjk.aot", this.folder.resolve("none"))).isEqualTo(Outcome.OK);
	}

	private static Outcome cache(String cache, Path maps) {
		return new CacheCheck(cache, maps).run().getFirst().outcome();
	}

	private String terminal(Set<StandardStream> terminals, String type) {
		return new TerminalCheck(
				new HostEnvironment(OperatingSystem.LINUX, this.folder, this.folder, Map.of("TERM", type), terminals))
			.run()
			.getFirst()
			.detail();
	}

	private static StoreCheck store(RevisedStore store) {
		CredentialRepository logins = TestCredentials.in(selector(store));
		return new StoreCheck(selector(store), List
			.of(new ExpiryCheck(logins, new ExpiryWatch(TestAgents.builtIn(), Clock.fixed(NOW, ZoneOffset.UTC)))));
	}

	private static StoreSelector selector(RevisedStore... stores) {
		return new StoreSelector(List.of(stores), "auto");
	}

}
