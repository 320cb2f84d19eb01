package com.headjack.credential;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentId;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.TestAgents;
import com.headjack.failure.FailureKind;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.secret.Secret;
import com.headjack.store.InMemorySecretStore;
import com.headjack.store.StoreSelector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The agents' own logins on the host, read, taken and written.
 */
class HostCopiesTests {

	private static final Account WORK = new Account(new AgentId("codex"), "work");

	private static final Account GEMINI = new Account(new AgentId("gemini"), null);

	@TempDir
	Path home;

	private final AgentCatalog catalog = TestAgents.builtIn();

	private final StoreSelector stores = new StoreSelector(List.of(new InMemorySecretStore()), null);

	private HostCopies copies;

	private LoginExport export;

	private CredentialRepository repository;

	private Path auth;

	@BeforeEach
	void setUp() {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.home, this.home, Map.of(), Set.of());
		this.copies = TestCaptures.copies(host, this.catalog, this.stores);
		this.repository = TestCaptures.repository(host, this.catalog, this.stores);
		this.auth = this.home.resolve(".codex/auth.json");
		LoginJson json = new LoginJson();
		this.export = new LoginExport(this.repository, this.copies,
				new HostLogins(host, json, CaptureLog.SILENT, () -> true), host, json);
	}

	@ParameterizedTest
	@CsvSource({ "08,ada,NEWER", "06,ada,OLDER", "07,ada,SAME", "08,bob,ANOTHER_IDENTITY" })
	void lookComparesTheOwnLoginToTheStoredOne(String hour, String owner, Succession expected) throws IOException {
		store(WORK, codex("07", "ada"));
		own(codex(hour, owner));
		assertThat(this.copies.look(codex(), WORK)).contains(new HostCopy(WORK, this.auth, expected));
		try (Credential kept = this.repository.get(WORK)) {
			assertThat(this.copies.look(WORK, kept)).contains(new HostCopy(WORK, this.auth, expected));
		}
	}

	@Test
	void lookWhenThereIsNothingToCompareIsEmpty() throws IOException {
		assertThat(this.copies.look(codex(), WORK)).isEmpty();
		store(WORK, codex("07", "ada"));
		assertThat(this.copies.look(codex(), WORK)).isEmpty();
		own(codex("08", "ada"));
		assertThat(this.copies.look(codex(), new Account(WORK.agent(), null))).isEmpty();
		assertThat(this.copies.look(this.catalog.get("claude"), WORK)).isEmpty();
		Files.delete(this.auth);
		Files.createDirectory(this.auth);
		assertThat(this.copies.look(codex(), WORK)).isEmpty();
		try (Credential key = new Credential(LoginMethod.API_KEY, Secret.of("sk-FAKE"))) {
			this.repository.put(WORK, key);
			assertThat(this.copies.look(WORK, key)).isEmpty();
		}
	}

	@Test
	void lookWhenTheOwnLoginIsNoneTellsThatItIsNotReadable() throws IOException {
		store(WORK, codex("07", "ada"));
		own("{\"OPENAI_API_KEY\":\"sk-FAKE-CANARY\"}");
		assertThat(this.copies.look(codex(), WORK)).map(HostCopy::succession).contains(Succession.UNREADABLE);
	}

	@Test
	void refreshTakesWhatIsNewerAlone() throws IOException {
		store(WORK, codex("07", "ada"));
		own(codex("06", "ada"));
		assertThat(this.copies.refresh(codex(), WORK).succession()).isEqualTo(Succession.OLDER);
		assertThat(stored(WORK)).isEqualTo(codex("07", "ada"));
		own(codex("08", "ada"));
		assertThat(this.copies.refresh(codex(), WORK)).isEqualTo(new HostCopy(WORK, this.auth, Succession.NEWER));
		assertThat(stored(WORK)).isEqualTo(codex("08", "ada"));
		assertThat(this.copies.refresh(codex(), WORK).succession()).isEqualTo(Succession.SAME);
		assertThat(this.auth).hasContent(codex("08", "ada"));
	}

	@Test
	void refreshWhenItIsSomebodyElsesRefuses() throws IOException {
		store(WORK, codex("07", "ada"));
		own(codex("08", "bob"));
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> this.copies.refresh(codex(), WORK))
			.withMessageContaining("of the same owner")
			.satisfies((ex) -> assertThat(ex.remedy().orElseThrow()).contains("--account NAME"));
		assertThat(stored(WORK)).isEqualTo(codex("07", "ada"));
	}

	@Test
	void refreshWhenItIsOfTheFutureRefuses() throws IOException {
		store(WORK, codex("07", "ada"));
		own(codex("08", "ada").replace("2026", "2126"));
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> this.copies.refresh(codex(), WORK))
			.withMessageContaining("in the future");
	}

	@Test
	void refreshWhenThereIsNothingToTakeSaysWhy() throws IOException {
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> this.copies.refresh(codex(), WORK))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.NOT_FOUND));
		store(WORK, codex("07", "ada"));
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> this.copies.refresh(codex(), WORK))
			.withMessage("codex is not logged in: there is no " + this.auth);
		own("{}");
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> this.copies.refresh(codex(), WORK))
			.withMessageContaining("logged out");
		Account claude = new Account(new AgentId("claude"), null);
		store(claude, "sk-ant-oat01-FAKE-CANARY");
		assertThatExceptionOfType(CredentialException.class)
			.isThrownBy(() -> this.copies.refresh(this.catalog.get("claude"), claude))
			.withMessageContaining("claude keeps no login on this machine in a file");
		try (Credential key = new Credential(LoginMethod.API_KEY, Secret.of("sk-FAKE-CANARY"))) {
			this.repository.put(WORK, key);
		}
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> this.copies.refresh(codex(), WORK))
			.withMessageContaining("API key")
			.withMessageNotContaining("CANARY");
	}

	@Test
	void writeMakesTheFileForItsOwnerAlone() throws IOException {
		store(WORK, codex("07", "ada"));
		assertThat(write(WORK, null, false)).containsExactly(this.auth);
		assertThat(this.auth).hasContent(codex("07", "ada"));
		assertThat(permissions(this.auth)).isEqualTo("rw-------");
		assertThat(permissions(this.home.resolve(".codex"))).isEqualTo("rwx------");
		assertThat(write(WORK, null, false)).isEmpty();
		assertThat(this.home.resolve(".codex")).isDirectoryNotContaining("glob:**.tmp");
	}

	@Test
	void writeReplacesAnOlderLoginWhoeverCouldReadIt() throws IOException {
		store(WORK, codex("07", "ada"));
		own(codex("06", "ada"));
		Files.setPosixFilePermissions(this.auth, PosixFilePermissions.fromString("rw-r--r--"));
		assertThat(write(WORK, null, false)).containsExactly(this.auth);
		assertThat(this.auth).hasContent(codex("07", "ada"));
		assertThat(permissions(this.auth)).isEqualTo("rw-------");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "08|ada|holds a newer login than the stored one|hjk auth codex --account work --refresh",
					"07|ada|nothing tells whether it is older|--force", "06|bob|of the same owner|--force" })
	void writeWhenTheFileHasWhatMustNotBeLostRefuses(String hour, String owner, String told, String remedy)
			throws IOException {
		store(WORK, codex("07", "ada"));
		own(codex(hour, owner).replace("FAKE-", "FAKE-other-"));
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> write(WORK, null, false))
			.withMessageStartingWith(this.auth.toString())
			.withMessageContaining(told)
			.satisfies((ex) -> assertThat(ex.remedy().orElseThrow()).contains(remedy, "--force"));
		assertThat(this.auth).content().contains("FAKE-other-");
		assertThat(write(WORK, null, true)).containsExactly(this.auth);
		assertThat(this.auth).hasContent(codex("07", "ada"));
	}

	@Test
	void writeToAFileTakesItsPathAsTheShellDoes() throws IOException {
		store(WORK, codex("07", "ada"));
		assertThat(write(WORK, "login.json", false)).containsExactly(this.home.resolve("login.json"));
		assertThat(write(WORK, "~/other.json", false)).containsExactly(this.home.resolve("other.json"));
		assertThat(this.home.resolve("other.json")).hasContent(codex("07", "ada"));
		assertThat(this.auth).doesNotExist();
		Files.writeString(this.home.resolve("notes"), "mine");
		Files.writeString(this.home.resolve("newer"), codex("08", "ada"));
		assertRefused("newer", "holds a newer login");
		assertRefused("notes", "holds something else than the subscription login for codex");
		assertThat(this.home.resolve("notes")).hasContent("mine");
	}

	@Test
	void writeFollowsNoLinkAndMakesNoFileOfADevice() throws IOException {
		store(WORK, codex("07", "ada"));
		Path outside = Files.writeString(this.home.resolve("outside"), "kept");
		Files.createSymbolicLink(this.home.resolve("link"), outside);
		Files.createSymbolicLink(this.home.resolve("dangling"), this.home.resolve("nowhere"));
		assertRefused("link", "is a link");
		assertRefused("dangling", "is a link");
		assertRefused(".", "is a folder");
		assertRefused("/dev/null", "is a pipe, a socket or a device");
		assertRefused("outside/login.json", "outside is not a folder");
		assertRefused("none/login.json", "there is no folder " + this.home.resolve("none"));
		Files.createDirectory(this.home.resolve("elsewhere"));
		Files.createSymbolicLink(this.home.resolve(".codex"), this.home.resolve("elsewhere"));
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> write(WORK, null, true))
			.withMessage(this.home.resolve(".codex") + " is a link");
		assertThat(outside).hasContent("kept");
		assertThat(this.home.resolve("elsewhere")).isEmptyDirectory();
		assertThat(this.home.resolve("nowhere")).doesNotExist();
	}

	@Test
	void writeOfSeveralFilesPutsEachMemberInItsOwn() throws IOException {
		long end = Instant.now().plusSeconds(3600).toEpochMilli();
		store(GEMINI, "{\"oauth_creds\":{\"refresh_token\":\"FAKE\",\"expiry_date\":" + end + "},"
				+ "\"google_accounts\":{\"active\":\"ada@example.com\"}}");
		Path folder = this.home.resolve(".gemini");
		assertThat(write(GEMINI, null, false)).containsExactly(folder.resolve("google_accounts.json"),
				folder.resolve("oauth_creds.json"));
		assertThat(folder.resolve("oauth_creds.json"))
			.hasContent("{\"refresh_token\":\"FAKE\",\"expiry_date\":" + end + "}");
		assertThat(folder.resolve("google_accounts.json")).hasContent("{\"active\":\"ada@example.com\"}");
		assertThat(write(GEMINI, null, false)).isEmpty();
		store(GEMINI, "{\"google_accounts\":{\"active\":\"ada@example.com\"}," + "\"oauth_creds\":{\"expiry_date\":"
				+ end + ",\"refresh_token\":\"FAKE\"}}");
		assertThat(write(GEMINI, null, false)).isEmpty();
		store(GEMINI, "{\"oauth_creds\":{\"refresh_token\":\"FAKE\",\"expiry_date\":" + (end - 1000) + "},"
				+ "\"google_accounts\":{\"active\":\"ada@example.com\"}}");
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> write(GEMINI, null, false))
			.withMessageContaining("holds a newer login");
		assertThat(write(GEMINI, "bundle.json", false)).containsExactly(this.home.resolve("bundle.json"));
		assertThat(this.home.resolve("bundle.json")).content().startsWith("{\"oauth_creds\":");
	}

	@Test
	void writeOfWhatBelongsInNoFileRefuses() {
		try (Credential key = new Credential(LoginMethod.API_KEY, Secret.of("sk-FAKE-CANARY"))) {
			this.repository.put(WORK, key);
		}
		assertRefused("key", "hjk writes to no file");
		assertThat(this.home.resolve("key")).doesNotExist();
		assertThatExceptionOfType(CredentialException.class)
			.isThrownBy(() -> this.export.write(this.catalog.get("claude"), new Account(new AgentId("claude"), null),
					"token", true))
			.withMessageContaining("claude keeps no login");
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> write(GEMINI, null, true))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.NOT_FOUND));
	}

	@Test
	void takingNamesTheCommandForTheFile() throws IOException {
		store(WORK, codex("07", "ada"));
		Path other = this.home.resolve("my auth.json");
		String piped = "hjk auth codex --account work --method subscription < \"" + other + "\"";
		assertThat(this.export.taking(codex(), WORK, null)).isEqualTo("hjk auth codex --account work --refresh");
		assertThat(this.export.taking(codex(), WORK, this.auth.toString())).endsWith(" --refresh");
		own(codex("07", "ada"));
		assertThat(this.export.taking(codex(), WORK, ".codex/../.codex/auth.json")).endsWith(" --refresh");
		assertThat(this.export.taking(codex(), WORK, "my auth.json")).isEqualTo(piped);
		Files.writeString(other, codex("08", "ada"));
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> write(WORK, "my auth.json", false))
			.satisfies((ex) -> assertThat(ex.remedy().orElseThrow()).startsWith("run '" + piped + "' to take it"));
		Path part = Files.createDirectories(this.home.resolve(".gemini")).resolve("oauth_creds.json");
		Files.writeString(part, "{}");
		assertThat(this.export.taking(this.catalog.get("gemini"), GEMINI, part.toString()))
			.isEqualTo("hjk auth gemini --method subscription < " + part);
	}

	@ParameterizedTest
	@CsvSource({ "06,ada,true", "07,ada,false", "08,ada,false", "06,bob,false" })
	void isOlderOnlyIfItIsProvablySo(String hour, String owner, boolean older) {
		try (Credential given = new Credential(LoginMethod.SUBSCRIPTION, Secret.of(codex(hour, owner)))) {
			assertThat(this.copies.isOlder(codex(), WORK, given)).isFalse();
			store(WORK, codex("07", "ada"));
			assertThat(this.copies.isOlder(codex(), WORK, given)).isEqualTo(older);
		}
	}

	private void assertRefused(String file, String told) {
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> write(WORK, file, false))
			.withMessageContaining(told)
			.withMessageNotContaining("CANARY");
	}

	private List<Path> write(Account account, @Nullable String file, boolean force) {
		return this.export.write(this.catalog.get(account.agent().value()), account, file, force);
	}

	private AgentProfile codex() {
		return this.catalog.get("codex");
	}

	private void own(String text) throws IOException {
		Files.createDirectories(this.home.resolve(".codex"));
		Files.writeString(this.auth, text);
	}

	private void store(Account account, String text) {
		try (Credential credential = new Credential(LoginMethod.SUBSCRIPTION, Secret.of(text))) {
			this.repository.put(account, credential);
		}
	}

	private String stored(Account account) {
		try (Credential credential = this.repository.get(account)) {
			return credential.value().reveal();
		}
	}

	private static String permissions(Path file) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
	}

	private static String codex(String hour, String owner) {
		String token = "FAKE." + Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString("{\"sub\":\"FAKE\"}".getBytes(StandardCharsets.UTF_8)) + ".FAKE";
		return ("{\"tokens\":{\"id_token\":\"%s\",\"access_token\":\"FAKE-CANARY\",\"refresh_token\":\"FAKE-%s\","
				+ "\"account_id\":\"%s\"},\"last_refresh\":\"2026-06-01T%s:00:00Z\"}")
			.formatted(token, hour, owner, hour);
	}

}
