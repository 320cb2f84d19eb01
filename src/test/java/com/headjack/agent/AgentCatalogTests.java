package com.headjack.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.failure.FailureKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AgentCatalogTests {

	private static final String MINIMAL = """
			command: mine
			logins:
			  apikey:
			    variable: MINE_API_KEY
			    accepts:
			      pattern: mine-.+
			      expected: a key that starts with mine-
			    environment:
			      MINE_API_KEY: ${credential}
			""";

	@TempDir
	Path folder;

	private AgentCatalog catalog;

	@BeforeEach
	void setUp() {
		ProfileReader reader = new ProfileReader();
		this.catalog = new AgentCatalog(new BuiltInProfiles(reader), new UserProfiles(this.folder, reader));
	}

	@ParameterizedTest
	@ValueSource(strings = { "claude", "gemini", "codex" })
	void builtInProfileHasBothLogins(String name) {
		AgentProfile profile = this.catalog.get(name);
		assertThat(profile.id().value()).isEqualTo(name);
		assertThat(profile.command()).isEqualTo(name);
		assertThat(profile.logins()).containsOnlyKeys(LoginMethod.SUBSCRIPTION, LoginMethod.API_KEY);
		assertThat(profile.logins().values()).allSatisfy((login) -> {
			assertThat(login.environment()).containsKey(login.variable());
			assertThat(login.accepts().expected()).isNotBlank();
		});
		assertThat(profile.login(LoginMethod.SUBSCRIPTION).orElseThrow().instructions()).isNotEmpty();
	}

	@Test
	void idsListsBuiltInProfilesBeforeTheUsersOwn() throws IOException {
		write("aaa", MINIMAL);
		Files.writeString(this.folder.resolve("notes.txt"), "no profile");
		assertThat(this.catalog.ids()).map(AgentId::value)
			.containsExactly("claude", "gemini", "codex", "opencode", "aaa");
	}

	@Test
	void idsWithoutAUserFolderListsBuiltInProfiles() {
		ProfileReader reader = new ProfileReader();
		assertThat(new UserProfiles(this.folder.resolve("absent"), reader).ids()).isEmpty();
	}

	@Test
	void getWhenTheUserWroteAProfileReadsIt() throws IOException {
		write("mine", MINIMAL);
		AgentProfile profile = this.catalog.get("mine");
		assertThat(profile.title()).isEqualTo("mine");
		assertThat(profile.login(LoginMethod.SUBSCRIPTION)).isEmpty();
		assertThat(profile.promptArguments("do it")).containsExactly("do it");
		assertThat(profile.environment()).isEqualTo(Map.of());
	}

	@Test
	void getWhenTheUserWroteAProfileOfABuiltInAgentReadsTheUsers() throws IOException {
		write("claude", MINIMAL);
		assertThat(this.catalog.get("claude").command()).isEqualTo("mine");
		assertThat(this.catalog.ids()).map(AgentId::value).containsExactly("claude", "gemini", "codex", "opencode");
		assertThat(this.catalog.problems()).isEmpty();
	}

	@Test
	void getWhenTheUsersProfileOfABuiltInAgentIsMalformedThrowsAndDoesNotFallBack() throws IOException {
		write("claude", MINIMAL.replace("variable:", "varable:"));
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.get("claude"))
			.withMessageContaining(this.folder.resolve("claude.yaml") + ":4");
		assertThat(this.catalog.problems()).singleElement()
			.satisfies((problem) -> assertThat(problem).hasMessageContaining("claude.yaml:4"));
	}

	@Test
	void replacementIsTheUsersProfileOfABuiltInAgentOnly() throws IOException {
		write("claude", MINIMAL);
		write("mine", MINIMAL);
		assertThat(this.catalog.replacement(new AgentId("claude"))).contains(this.folder.resolve("claude.yaml"));
		assertThat(this.catalog.replacement(new AgentId("mine"))).isEmpty();
		assertThat(this.catalog.replacement(new AgentId("codex"))).isEmpty();
	}

	@Test
	void promptArgumentsPutThePromptWhereTheAgentTakesIt() {
		assertThat(this.catalog.get("gemini").promptArguments("-do $1 \\"))
			.containsExactly("--prompt-interactive=-do $1 \\");
		assertThat(this.catalog.get("claude").promptArguments("-do it")).containsExactly("--", "-do it");
	}

	@Test
	void conflictsAreTheVariablesOfOtherLoginsAndThoseOfTheProfile() {
		assertThat(this.catalog.get("claude").conflicts(LoginMethod.SUBSCRIPTION))
			.contains("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN")
			.doesNotContain("CLAUDE_CODE_OAUTH_TOKEN");
		assertThat(this.catalog.get("codex").conflicts(LoginMethod.API_KEY))
			.contains("CODEX_API_KEY", "CODEX_AUTH_JSON")
			.doesNotContain("OPENAI_API_KEY");
	}

	@ParameterizedTest
	@CsvSource({ "claude,false,false,false", "codex,true,true,true", "gemini,true,true,false" })
	void loginsClashWhereTheyNeedOneFileWithDifferentContent(String agent, boolean both, boolean subscriptions,
			boolean keys) {
		Login subscription = this.catalog.get(agent).login(LoginMethod.SUBSCRIPTION).orElseThrow();
		Login key = this.catalog.get(agent).login(LoginMethod.API_KEY).orElseThrow();
		assertThat(subscription.clashesWith(key)).isEqualTo(both);
		assertThat(subscription.clashesWith(subscription)).isEqualTo(subscriptions);
		assertThat(key.clashesWith(key)).isEqualTo(keys);
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody", "Not A Name", "../etc", "" })
	void getWhenUnknownNamesTheKnownOnes(String name) {
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.get(name)).satisfies((ex) -> {
			assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED);
			assertThat(ex.remedy()).hasValue("the agents are: claude, gemini, codex, opencode");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "CLAUDE", "cluade", "claud" })
	void getWhenAKnownNameIsNearSuggestsIt(String name) {
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.get(name))
			.satisfies((ex) -> assertThat(ex.remedy().orElseThrow()).startsWith("did you mean claude? the agents are"));
	}

	@Test
	void getWhenAMemberIsMisspelledNamesItsLine() throws IOException {
		write("mine", MINIMAL.replace("variable:", "varable:"));
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.get("mine"))
			.withMessageContaining("mine.yaml:4")
			.withMessageContaining("varable");
	}

	@Test
	void problemsTellsOfMalformedProfilesAndLeavesTheOthersUsable() throws IOException {
		write("mine", MINIMAL);
		write("broken", MINIMAL.replace("variable:", "varable:"));
		assertThat(this.catalog.problems()).singleElement()
			.satisfies((problem) -> assertThat(problem).hasMessageContaining("broken.yaml:4"));
		assertThat(this.catalog.get("mine").command()).isEqualTo("mine");
	}

	@Test
	void findWhenTheProfileIsNotUtf8Throws() throws Exception {
		Path file = Files.write(this.folder.resolve("mine.yaml"), new byte[] { (byte) 0xfc });
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.find(new AgentId("mine")))
			.withMessage("the agent's profile " + file + " is not text in UTF-8: line 1, column 1 holds the byte 0xfc");
	}

	@Test
	void getWhenYamlIsMalformedNamesItsLine() throws IOException {
		write("mine", MINIMAL.replace("command: mine", "command: mine\n\tlogins"));
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.get("mine"))
			.withMessageContaining("mine.yaml is not valid YAML in line 2, column 1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "[a]|:1:1 is malformed: it takes a mapping",
			"text|:1:1 is malformed: it takes", "''|:1:1 is malformed: 'command' is needed",
			"command: [a]|:1:10 is malformed: 'command' takes a text",
			"command: {a: b}|:1:10 is malformed: 'command' takes a text",
			"flags: --x|:1:8 is malformed: 'flags' takes a list",
			"logins: [a]|:1:9 is malformed: 'logins' takes a mapping",
			"logins: {apikey: text}|:1:18 is malformed: 'apikey' takes a mapping",
			"logins: {password: {}}|:1:9 is malformed: \"password\" is not a login",
			"environment: {A: [b]}|:1:18 is malformed: 'A' takes a text",
			"settings: {a: b}|:1:15 is malformed: 'a' takes a mapping",
			"comand: x|:1:1 is malformed: unknown member " + "\"comand\", did you mean \"command\"?",
			"logins: {apikey: {accepts: {age: {days: many}}}}|:1:41 is malformed: 'days' takes a whole number",
			"logins: {apikey: {source: {signs: [{decides: [1]}]}}}|:1:46 is malformed: 'decides' takes true or false",
			"logins: {apikey: {renewal: {days: 0}}}|:1:28 is malformed: 'days' must be from 1 to 36500",
			"logins: {apikey: {renewal: {dayss: 3}}}|:1:29 is malformed: unknown member \"dayss\", did you mean \"days\"?",
			"logins: {apikey: {renewal: {identity: id}}}|:1:28 is malformed: 'identity' is \"id\", but a JSON pointer",
			"logins: {apikey: {renewal: {identity: ''}}}|:1:28 is malformed: 'identity' is shown to the user",
			"logins: {apikey: {renewal: {identity: /a, refresh: /a}}}|:1:28 is malformed: 'identity' is shown to",
			"logins: {apikey: {renewal: {issued: {form: date}}}}|:1:37 is malformed: 'member' is needed: a JSON pointer",
			"logins: {apikey: {renewal: {expires: {member: /a}}}}|:1:38 is malformed: 'form' is needed: jwt, date,",
			"logins: {apikey: {renewal: {expires: {member: /a, form: ms}}}}|:1:57 is malformed: 'form' takes one of "
					+ "jwt, date, seconds, milliseconds",
			"command: a~command: b|:2:1: \"command\" appears twice", "? [a]~: b|:1:3: a key must be a text",
			"a: b~---~c: d|' is not valid YAML in line 2'", "<<: text|:1:5: '<<' takes a mapping" })
	void getWhenTheProfileIsOfAnotherShapeNamesTheLineAndNoClass(String yaml, String told) throws IOException {
		write("mine", yaml.replace("~", "\n"));
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.get("mine"))
			.withMessageStartingWith("the agent's profile " + this.folder.resolve("mine.yaml") + told)
			.satisfies((ex) -> assertThat(ex.getMessage()).hasLineCount(1).doesNotContain("java", "headjack.", "`"));
	}

	@Test
	void getWhenRenewalNamesMembersOfAKeyFails() throws IOException {
		write("mine", MINIMAL + "    renewal: {refresh: /token}\n");
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.get("mine"))
			.withMessageContaining("'renewal' names members, but the credential is text");
	}

	@Test
	void getTakesAKeyThatTellsItsEndAsAWhole() throws IOException {
		write("mine", MINIMAL + "    renewal: {expires: {member: '', form: jwt}}\n");
		assertThat(this.catalog.get("mine").login(LoginMethod.API_KEY).orElseThrow().renewal().expires())
			.isEqualTo(new Moment("", Moment.Form.JWT));
	}

	@Test
	void renewalOfAKeyIsTheUsersOwnOrUnknown() throws IOException {
		write("mine", MINIMAL + "    renewal: {days: 9}\n");
		write("claude", "logins: [");
		assertThat(this.catalog.renewal(new AgentId("mine"), LoginMethod.API_KEY).days()).isEqualTo(9);
		assertThat(List.of("mine", "claude", "gone"))
			.allSatisfy((name) -> assertThat(this.catalog.renewal(new AgentId(name), LoginMethod.SUBSCRIPTION))
				.isEqualTo(Renewal.UNKNOWN));
		assertThat(this.catalog.renewal(new AgentId("codex"), LoginMethod.API_KEY)).isEqualTo(Renewal.UNKNOWN);
		assertThat(this.catalog.renewal(new AgentId("codex"), LoginMethod.SUBSCRIPTION).expires()).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "claude,false,365", "gemini,true,1", "codex,true," })
	void builtInSubscriptionTellsItsEnd(String name, boolean renewed, @Nullable Integer days) {
		Renewal renewal = this.catalog.get(name).login(LoginMethod.SUBSCRIPTION).orElseThrow().renewal();
		assertThat(renewal.refresh() != null).isEqualTo(renewed);
		assertThat(renewal.days()).isEqualTo(days);
		assertThat(this.catalog.get(name).login(LoginMethod.API_KEY).orElseThrow().renewal())
			.isEqualTo(Renewal.UNKNOWN);
	}

	@Test
	void getWhenThePatternIsNoneNamesItsLine() throws IOException {
		write("mine", MINIMAL.replace("mine-.+", "'mine-('"));
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.get("mine"))
			.withMessageContaining("mine.yaml:6:16 is malformed: Unclosed group");
	}

	@Test
	void getReadsAnchorsAndTextsThatLookLikeOtherValues() throws IOException {
		write("mine", "environment: &e {A: yes, B: 1.10, C: 007, D: 2026-01-01, E: true}\n"
				+ MINIMAL.replace("    environment:\n", "    environment:\n      <<: *e\n"));
		AgentProfile profile = this.catalog.get("mine");
		assertThat(profile.environment())
			.isEqualTo(Map.of("A", "yes", "B", "1.10", "C", "007", "D", "2026-01-01", "E", "true"));
		assertThat(profile.login(LoginMethod.API_KEY).orElseThrow().environment()).containsEntry("A", "yes")
			.containsKey("MINE_API_KEY");
	}

	@Test
	void findWhenTheProfileIsNoFileRefusesAndDoesNotFallBack() throws IOException {
		Files.createSymbolicLink(this.folder.resolve("claude.yaml"), Path.of("gone"));
		Files.createDirectory(this.folder.resolve("codex.yaml"));
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.get("claude"))
			.withMessageContaining("is a link to gone, which does not exist");
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.get("codex"))
			.withMessageContaining("codex.yaml is a folder, not a file");
		assertThat(this.catalog.problems()).hasSize(2);
	}

	@Test
	void getWhenALoginIsOfNoKnownMethodSaysWhichThereAre() throws IOException {
		write("mine", MINIMAL.replace("apikey:", "password:"));
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.get("mine"))
			.withMessageContaining("password");
	}

	@ParameterizedTest
	@ValueSource(strings = { "command: mine\n", "logins:\n  apikey:\n    variable: X\n", "command: x\nlogins: {}\n" })
	void getWhenSomethingIsLeftOutSaysWhatIsNeeded(String yaml) throws IOException {
		write("mine", yaml);
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.get("mine"))
			.withMessageContaining("needed");
	}

	@Test
	void getWhenAPatternAndMembersAreGivenIsRefused() throws IOException {
		write("mine", MINIMAL.replace("expected:", "members: [/a]\n      expected:"));
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.get("mine"))
			.withMessageContaining("either 'pattern' or 'members'");
	}

	@Test
	void getWhenASourceNamesOneFileAndSeveralIsRefused() throws IOException {
		write("mine", MINIMAL + "    source: {folder: .mine, file: a, files: {b: c}}\n");
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.get("mine"))
			.withMessageContaining("either 'file' or 'files'");
	}

	@Test
	void getReadsTheStatesAndSignsOfALogin() throws IOException {
		write("mine", MINIMAL + """
				    source:
				      folder: .mine
				      home: MINE_HOME
				      command: mine login
				      signs:
				        - {file: a.toml, pattern: "key = .", until: "(?m)^\\\\[", says: s, remedy: r, decides: true}
				        - {file: b, says: s, remedy: r}
				""");
		Source source = Objects
			.requireNonNull(this.catalog.get("mine").login(LoginMethod.API_KEY).orElseThrow().source());
		assertThat(source.mainFile()).isEmpty();
		assertThat(source.home()).isEqualTo("MINE_HOME");
		assertThat(source.command()).isEqualTo("mine login");
		Sign sign = source.signs().getFirst();
		assertThat(sign.decides()).isTrue();
		assertThat(sign.isIn("key = a\n[b]\n")).isTrue();
		assertThat(sign.isIn("[b]\nkey = a\n")).isFalse();
		assertThat(sign.isIn("key = ")).isFalse();
		assertThat(source.signs().getLast().decides()).isFalse();
		assertThat(source.signs().getLast().isIn("")).isTrue();
	}

	@Test
	void useOfAPatternThatTakesTooLongTellsItsPlace() throws IOException {
		write("mine", MINIMAL + """
				questions:
				  - {asks: what to do, shows: ["What now?"], answered: (x+x+)+y}
				""");
		Question question = this.catalog.get("mine").questions().getFirst();
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> question.answeredBy(List.of("x".repeat(1000))))
			.withMessageContaining("mine.yaml:");
	}

	@Test
	void getWhenAPatternIsNestedTooDeeplyTellsItsPlace() throws IOException {
		write("mine", MINIMAL.replace("mine-.+", "(".repeat(20_000) + "a" + ")".repeat(20_000)));
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.get("mine"))
			.withMessageMatching(".*mine\\.yaml:[0-9]+:[0-9]+ is malformed: Stack overflow.*");
	}

	@Test
	void getReadsTheQuestionsOfAnAgent() throws IOException {
		write("mine", MINIMAL + """
				questions:
				  - asks: whether to go on
				    shows: ["Go on?"]
				    answered: --yes
				    settings: {.mine.json: {yes: true}}
				  - {asks: what to do, shows: ["What now?"], file: mine.yaml}
				""");
		AgentProfile mine = this.catalog.get("mine");
		assertThat(mine.questions()).extracting(Question::file).containsExactly(null, "mine.yaml");
		assertThat(mine.answers(List.of("--no"))).isEmpty();
		assertThat(mine.answers(List.of("--all", "--yes"))).containsExactly(Map.of(".mine.json", Map.of("yes", true)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "questions: [{asks: a}]", "questions: [{shows: [a]}]",
			"questions: [{asks: a, shows: [b], answered: '('}]" })
	void getWhenAQuestionIsIncompleteIsRefused(String line) throws IOException {
		write("mine", MINIMAL + line + "\n");
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.get("mine"))
			.withMessageContaining("malformed");
	}

	@Test
	void getWhenASourceHasNothingToLookAtIsRefused() throws IOException {
		write("mine", MINIMAL + "    source: {folder: .mine}\n");
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.get("mine"))
			.withMessageContaining("'file', 'files' or 'signs' is needed");
	}

	@ParameterizedTest
	@CsvSource({ "'refuses: [{says: a, remedy: b}]',is needed", "'age: {member: /a, days: 0}',must be positive",
			"'refuses: [{where: {/a: b}, says: c}]',is needed" })
	void getWhenAStateIsIncompleteSaysWhatIsNeeded(String line, String told) throws IOException {
		write("mine", MINIMAL.replace("expected:", line + "\n      expected:"));
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.get("mine"))
			.withMessageContaining(told);
	}

	@ParameterizedTest
	@ValueSource(strings = { "flags: ['--key', '${credential}']\n", "settings: {.mine.json: {key: '${credential}'}}\n",
			"flags: ['${credential/part}']\n", "    settings: {.mine.json: {key: '${credential}'}}\n" })
	void getWhenTheCredentialWouldStandInTheOpenIsRefused(String line) throws IOException {
		write("mine", MINIMAL + line);
		assertThatExceptionOfType(AgentException.class).isThrownBy(() -> this.catalog.get("mine"))
			.withMessageContaining("must not hold the credential");
	}

	private void write(String name, String yaml) throws IOException {
		Files.writeString(this.folder.resolve(name + ".yaml"), yaml);
	}

}
