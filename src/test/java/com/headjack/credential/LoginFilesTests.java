package com.headjack.credential;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.agent.AgentProfile;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.TestAgents;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.store.InMemorySecretStore;
import com.headjack.store.StoreSelector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Logins in the states in which they lie on disks.
 */
@Timeout(20)
class LoginFilesTests {

	private static final String JWT = "eyJGQUtFIjoxfQ.eyJGQUtFIjoxfQ.RkFLRQ";

	private static final String CODEX = """
			{"auth_mode":"chatgpt","OPENAI_API_KEY":null,"tokens":{"id_token":"%s","access_token":"CANARY",\
			"refresh_token":"CANARY","account_id":"ü"},"last_refresh":"2026-11-26T10:00:00Z"}""".formatted(JWT);

	private static final String GEMINI = "{\"access_token\":\"CANARY\",\"refresh_token\":\"CANARY\",\"expiry_date\":7}";

	private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-27T00:00:00Z"), ZoneOffset.UTC);

	@TempDir
	Path home;

	private final Map<String, String> variables = new HashMap<>();

	private final RecordingLog log = new RecordingLog();

	private Path auth;

	private BooleanSupplier pause = () -> true;

	@BeforeEach
	void makeFolders() throws IOException {
		this.auth = Files.createDirectories(this.home.resolve(".codex")).resolve("auth.json");
		Files.createDirectories(this.home.resolve(".gemini"));
		Files.createDirectories(this.home.resolve("cwd"));
	}

	@Test
	void findTellsTheFileAndKeepsItsText() throws IOException {
		String text = CODEX.replace("{\"auth", "{ \"new\":[1, {}],\r\n\"auth");
		Files.writeString(this.auth, text + "\r\n");
		assertThat(found("codex")).contains(text);
		assertThat(this.log.files).containsExactly(this.auth.toString());
		assertThat(this.log.warnings).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "UTF-8,true", "UTF-16LE,true", "UTF-16BE,true", "UTF-16LE,false", "UTF-16BE,false" })
	void findDecodesWhatEditorsAndShellsWrite(String charset, boolean marked) throws IOException {
		Files.write(this.auth, ((marked ? "\uFEFF" : "") + CODEX).getBytes(Charset.forName(charset)));
		assertThat(found("codex")).contains(CODEX);
	}

	@Test
	void findFollowsALink() throws IOException {
		Files.createSymbolicLink(this.auth, Files.writeString(this.home.resolve("kept.json"), CODEX));
		assertThat(found("codex")).contains(CODEX);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "''|is empty", "' \n'|is empty",
			"{\"auth_mode\":\"chat|is cut, or is being written", "[{}]|but an array",
			"\"CANARY\"|is not JSON of a login", "{} // CANARY|is not JSON (line 1, column 4)", "{}{}|is not JSON",
			"{\"a\":1,\"a\":2}|is not JSON", "{\"CANARY|is cut, or is being written",
			"{}|is an empty object: it is logged out", "{\"tokens\":null}|has an empty tokens: it is logged out",
			"{\"tokens\":{\"access_token\":\"\"}}|has an empty tokens.access_token: it is logged out",
			"{\"auth_mode\":\"chatgpt\",\"tokens\":{\"access_token\":\"\",\"refresh_token\":\"\"}}|holds no login; it is logged out",
			"{\"auth_mode\":\"chatgpt\",\"tokens\":null}|holds no login; it is logged out",
			"{\"auth_mode\":\"personalAccessToken\",\"personal_access_token\":\"CANARY\"}|that Codex does not renew" })
	void findWhenTheFileHoldsNoLoginSaysWhatItIsAndNotWhatItHolds(String text, String told) throws IOException {
		Files.writeString(this.auth, text);
		assertRefused("codex", told, "codex login");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"auth_mode\":\"apikey\",\"OPENAI_API_KEY\":\"sk-CANARY\",\"tokens\":null}",
			"{\"OPENAI_API_KEY\":\"sk-CANARY\"}" })
	void findWhenTheFileHoldsAKeyPointsAtIt(String text) throws IOException {
		Files.writeString(this.auth, text);
		assertRefused("codex", "holds an API key", "'hjk auth codex --method apikey'");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"id_token\":\"" + JWT + "\",|''|lacks tokens.id_token",
					JWT + "|opaque|has a tokens.id_token that is cut off, or not a token",
					JWT + "|a.e30|cut off, or not a token", JWT + "|a.e30.|cut off, or not a token",
					JWT + "|.e30.a|cut off, or not a token", JWT + "|a.b.c|cut off, or not a token",
					JWT + "|a.W10.c|cut off, or not a token", JWT + "|a.!.c|cut off, or not a token",
					"T10:00:00Z|''|has a last_refresh that is not a date and time" })
	void findWhenCodexCouldNotReadTheFileIsRefused(String part, String instead, String told) throws IOException {
		Files.writeString(this.auth, CODEX.replace(part, instead));
		assertRefused("codex", told, "codex login");
	}

	@ParameterizedTest
	@CsvSource({ "2026-10-31T00:00:00Z,false", "2026-10-30T00:00:00Z,true", "2025-11-01 00:00:00+02:00,true" })
	void findWhenTheLoginIsOldWarnsWithTheDateAndGoesOn(String date, boolean warned) throws IOException {
		Files.writeString(this.auth, CODEX.replace("2026-11-26T10:00:00Z", date));
		assertThat(found("codex")).isPresent();
		assertThat(this.log.warnings).hasSize(warned ? 1 : 0)
			.allSatisfy((line) -> assertThat(line).contains(date.substring(0, 10), "codex login", " days ago"));
	}

	@Test
	void findWhenTheFileIsNoFileSaysWhatItIs() throws Exception {
		Files.createDirectory(this.auth);
		assertRefused("codex", this.auth + " is a folder, not a file", "codex login");
		Files.delete(this.auth);
		assertThat(new ProcessBuilder("mkfifo", this.auth.toString()).start().waitFor()).isZero();
		assertRefused("codex", "is a pipe, a socket or a device", "codex login");
		Files.delete(this.auth);
		Files.createSymbolicLink(this.auth, Path.of("/dev/zero"));
		assertRefused("codex", "is a pipe, a socket or a device", "codex login");
	}

	@Test
	void findWhenALinkLeadsNowhereSaysWhere() throws IOException {
		Files.createSymbolicLink(this.auth, Path.of("/nope"));
		assertRefused("codex", this.auth + " is a link to /nope, which does not exist", "codex login");
		Files.delete(this.auth);
		Files.createSymbolicLink(this.auth, Path.of("auth.json"));
		assertRefused("codex", "cannot be read: too many levels of symbolic links", "codex login");
		Files.delete(this.auth);
		Files.delete(this.auth.getParent());
		Files.createSymbolicLink(this.auth.getParent(), Path.of("gone"));
		assertRefused("codex", ".codex is a link to gone, which does not exist", "codex login");
		Files.delete(this.auth.getParent());
		Files.writeString(this.auth.getParent(), "");
		assertRefused("codex", ".codex is not a folder", "codex login");
	}

	@Test
	void findWhenTheFileIsTooLargeTellsItsSize() throws IOException {
		Files.writeString(this.auth, CODEX + " ".repeat(1024 * 1024 - CODEX.length() - 1));
		assertThat(found("codex")).contains(CODEX);
		Files.writeString(this.auth, CODEX + " ".repeat(1024 * 1024 - CODEX.length()));
		assertRefused("codex", "is too large: 1.0 MiB (1048577 bytes), of at most 1 MiB", "codex login");
	}

	@Test
	void findWhenTheFileIsNoTextSaysSo() throws IOException {
		Files.write(this.auth, new byte[] { '{', '"', (byte) 0xfc, '"' });
		assertRefused("codex", "is not text in UTF-8 or UTF-16", "codex login");
		Files.write(this.auth, new byte[] { 0, 0, 0, 0 });
		assertRefused("codex", "is not JSON", "codex login");
		Files.writeString(this.auth, CODEX + "\0\0");
		assertRefused("codex", "is not JSON", "codex login");
		Files.write(this.auth, new byte[] { '{' });
		assertRefused("codex", "is cut", "codex login");
	}

	@Test
	void findWhenTheAgentIsWritingTheFileWaitsForTheEnd() throws Exception {
		Files.writeString(this.auth, CODEX.substring(0, 40));
		this.pause = () -> {
			try {
				Files.writeString(this.auth, CODEX);
				return true;
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		};
		assertThat(found("codex")).contains(CODEX);
	}

	@Test
	void findWhenInterruptedDoesNotWait() throws IOException {
		Files.writeString(this.auth, "{");
		Thread.currentThread().interrupt();
		assertRefused("codex", "is cut", "codex login");
		assertThat(Thread.interrupted()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "keyring,in the keyring", "auto,in the keyring where there is one", "ephemeral,in memory alone" })
	void missingWhenTheAgentKeepsItsLoginElsewhereNamesThePlace(String store, String told) throws IOException {
		configure("# mine\nnotify = [\"a\"]\n  cli_auth_credentials_store = '" + store + "'\r\n[projects]\n");
		assertThat(found("codex")).isEmpty();
		assertThat(missing("codex")).hasMessageContaining(told)
			.hasMessageContaining("cli_auth_credentials_store is \"" + store + "\"")
			.hasMessageContaining(this.home.resolve(".codex/config.toml").toString());
		assertThat(missing("codex").remedy().orElseThrow()).contains("cli_auth_credentials_store = \"file\"");
		Files.writeString(this.auth, CODEX);
		assertThat(found("codex")).isPresent();
		assertThat(this.log.warnings).singleElement()
			.satisfies((line) -> assertThat(line).contains(told, this.auth + " may not be the login in use"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "cli_auth_credentials_store = \"file\"", "# cli_auth_credentials_store = \"keyring\"",
			"[a]\ncli_auth_credentials_store = \"keyring\"", "" })
	void missingWhenNothingTellsNamesTheFile(String configuration) throws IOException {
		configure(configuration);
		assertThat(missing("codex")).hasMessage("codex is not logged in: there is no " + this.auth);
		assertThat(missing("codex").remedy()).hasValue("run 'codex login', then 'hjk auth codex'");
	}

	@Test
	void missingWhenASignCannotBeReadGoesOnWithoutIt() throws IOException {
		Files.createDirectory(this.home.resolve(".codex/config.toml"));
		assertThat(missing("codex")).hasMessageContaining("is not logged in");
	}

	@Test
	void findTakesAVariableAsTheAgentDoes() throws IOException {
		Files.writeString(this.auth, CODEX);
		String work = CODEX.replace("ü", "work");
		Files.writeString(Files.createDirectories(this.home.resolve("cwd/work")).resolve("auth.json"), work);
		Map<String, String> expected = Map.of("", CODEX, "work", work, "work/", work, "./work", work,
				this.home.resolve("cwd/work") + "/", work);
		expected.forEach((value, login) -> {
			this.variables.put("CODEX_HOME", value);
			assertThat(found("codex")).as(value).contains(login);
		});
		this.variables.put("CODEX_HOME", "work");
		Files.delete(this.home.resolve("cwd/work/auth.json"));
		assertThat(found("codex")).isEmpty();
		assertThat(missing("codex")).hasMessageContaining("cwd/work/auth.json");
	}

	@ParameterizedTest
	@CsvSource({ "~/.codex-work,is not there,the shell did not replace the ~: set CODEX_HOME to",
			"~,is not there,the shell did not replace", "absent,is not there,is relative to the current folder",
			"/absent/CANARY,is not there,or unset it", "' ',is not there,is relative to the current folder",
			"file,is not a folder,is relative to the current folder" })
	void findWhenAVariableNamesNoFolderTakesNoOtherLogin(String value, String told, String remedy) throws IOException {
		Files.writeString(this.auth, CODEX);
		Files.writeString(this.home.resolve("cwd/file"), "");
		this.variables.put("CODEX_HOME", value);
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> found("codex"))
			.withMessageContaining("CODEX_HOME names the folder " + this.home.resolve("cwd").resolve(value))
			.withMessageContaining(told)
			.satisfies((ex) -> assertThat(ex.remedy().orElseThrow()).contains(remedy));
	}

	@Test
	void findWhenAVariableIsNoPathSaysSo() {
		this.variables.put("CODEX_HOME", "a\0b");
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> found("codex"))
			.withMessage("CODEX_HOME holds no path of a folder");
		this.variables.put("CODEX_HOME", "a\nb");
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> found("codex"))
			.withMessageContaining("cwd/a?b, which");
	}

	@Test
	void findTakesAVariableForTheHomeFolder() throws IOException {
		gemini("oauth_creds.json", GEMINI);
		this.variables.put("GEMINI_CLI_HOME", this.home.resolve("cwd").toString());
		assertThat(found("gemini")).isEmpty();
		assertThat(missing("gemini")).hasMessageContaining("cwd/.gemini/oauth_creds.json");
		this.variables.put("GEMINI_CLI_HOME", this.home.toString());
		assertThat(found("gemini")).contains("{\"oauth_creds\":" + GEMINI + "}");
		this.variables.put("GEMINI_CLI_HOME", "/absent");
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> found("gemini"))
			.withMessageContaining("GEMINI_CLI_HOME names the folder /absent, which is not there");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{" })
	void findWhenAFurtherFileIsUnusableLeavesItOutAndWarns(String text) throws IOException {
		gemini("oauth_creds.json", GEMINI);
		gemini("google_accounts.json", text);
		assertThat(found("gemini")).contains("{\"oauth_creds\":" + GEMINI + "}");
		assertThat(this.log.warnings).singleElement()
			.satisfies((line) -> assertThat(line).contains("google_accounts.json is ").endsWith(": left out"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{}|has an empty oauth_creds: it is logged out",
			"{\"access_token\":\"CANARY\"}|lacks oauth_creds.refresh_token",
			"{\"access_token\":\"\",\"refresh_token\":\"\"}|has an empty oauth_creds.refresh_token: it is logged out",
			"''|is empty" })
	void findWhenGeminiHasNoLoginSaysWhy(String text, String told) throws IOException {
		gemini("oauth_creds.json", text);
		assertRefused("gemini", "oauth_creds.json " + told, "run 'gemini', then 'hjk auth gemini'");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			".gemini/settings.json|{\"security\":{\"auth\":{\"selectedType\":\"gemini-api-key\"}}}|set to use an API key",
			".gemini/settings.json|{\"selectedAuthType\":\"vertex-ai\"}|set to use Google Cloud",
			".gemini/gemini-credentials.json|CANARY:CANARY|keeps its login encrypted",
			".gemini/google_accounts.json|{\"active\":\"a@example.com\"}|keeps its login in the keyring",
			".gemini/.env|export GEMINI_API_KEY=CANARY|has an API key", ".env|GOOGLE_API_KEY=CANARY|has an API key" })
	void missingWhenGeminiLogsInOtherwiseSaysHow(String file, String text, String told) throws IOException {
		Files.writeString(this.home.resolve(file), text);
		assertThat(found("gemini")).isEmpty();
		assertThat(missing("gemini")).hasMessageContaining(told)
			.hasMessageContaining("(" + this.home.resolve(file) + ")")
			.hasMessageNotContaining("CANARY");
	}

	@Test
	void missingForClaudePointsAtTheTokenToMake() throws IOException {
		assertThat(found("claude")).isEmpty();
		assertThat(missing("claude")).hasMessage("the subscription token for claude is empty");
		assertThat(missing("claude").remedy().orElseThrow()).contains("claude setup-token");
		Path folder = Files.createDirectories(this.home.resolve(".claude"));
		Files.writeString(folder.resolve(".credentials.json"), "{\"claudeAiOauth\":{\"accessToken\":\"CANARY\"}}");
		assertThat(missing("claude")).hasMessageContaining("claude is logged in, but by a token")
			.hasMessageNotContaining("CANARY");
		assertThat(missing("claude").remedy().orElseThrow()).startsWith("run 'claude setup-token'");
		assertThat(capture().elsewhere(profile("claude"), LoginMethod.SUBSCRIPTION)).isPresent();
		assertThat(capture().elsewhere(profile("claude"), LoginMethod.API_KEY)).isEmpty();
	}

	@Test
	void missingForClaudeWhenItsFolderIsNotThereYetGoesOn() {
		this.variables.put("CLAUDE_CONFIG_DIR", "/absent");
		assertThat(missing("claude")).hasMessage("the subscription token for claude is empty");
		assertThat(capture().elsewhere(profile("claude"), LoginMethod.SUBSCRIPTION)).isEmpty();
	}

	@Test
	void missingForAKeySaysThatNoneWasGiven() {
		assertThat(capture().missing(profile("claude"), LoginMethod.API_KEY))
			.hasMessage("the API key for claude is empty");
	}

	@Test
	void renewalWhenNoCommandIsKnownNamesTheAgent() {
		assertThat(new Subject(profile("opencode"), LoginMethod.API_KEY, null).renewal())
			.isEqualTo("log in with opencode, then run 'hjk auth opencode'");
	}

	private void assertRefused(String agent, String told, String remedy) {
		this.log.files.clear();
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> found(agent))
			.withMessageContaining(told)
			.withMessageStartingWith("the subscription login for " + agent + " in " + this.home)
			.satisfies((ex) -> {
				assertThat(ex.getMessage() + ex.remedy()).doesNotContain("CANARY");
				assertThat(ex.remedy().orElseThrow()).contains(remedy);
				assertThat(ex.getCause()).isNull();
			});
		assertThat(this.log.files).isEmpty();
	}

	private void configure(String text) throws IOException {
		Files.writeString(this.home.resolve(".codex/config.toml"), text);
	}

	private void gemini(String file, String text) throws IOException {
		Files.writeString(this.home.resolve(".gemini").resolve(file), text, StandardCharsets.UTF_8);
	}

	private CredentialException missing(String agent) {
		return capture().missing(profile(agent), LoginMethod.SUBSCRIPTION);
	}

	private Optional<String> found(String agent) {
		return capture().find(profile(agent), LoginMethod.SUBSCRIPTION).map((credential) -> {
			try (credential) {
				return credential.value().reveal();
			}
		});
	}

	private CredentialCapture capture() {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.home, this.home.resolve("cwd"),
				this.variables, Set.of());
		LoginJson json = new LoginJson();
		CredentialRepository repository = new CredentialRepository(
				new StoreSelector(List.of(new InMemorySecretStore()), null), new CredentialCodec(),
				new AccountIndex(this.home.resolve("accounts")), TestAgents.builtIn());
		return new CredentialCapture(new HostLogins(host, json, this.log, this.pause),
				new CredentialCheck(new Recognition(TestAgents.builtIn()), json, this.log, NOW), repository, this.log);
	}

	private static AgentProfile profile(String agent) {
		return TestAgents.builtIn().get(agent);
	}

}
