package com.headjack.injection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentPreferences;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.TestAgents;
import com.headjack.credential.Credential;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class InjectionPlannerTests {

	private static final String CODEX = """
			{"auth_mode":"chatgpt","tokens":{"access_token":"FAKE-CANARY-a","refresh_token":"FAKE-CANARY-r"},\
			"last_refresh":"2026-01-01T00:00:00Z"}""";

	private static final String GEMINI = """
			{"oauth_creds":{"refresh_token":"FAKE-CANARY-r"},"google_accounts":{"active":"a@example.com"}}""";

	@TempDir
	Path folder;

	private final InjectionPlanner planner = new InjectionPlanner();

	private final AgentCatalog catalog = TestAgents.builtIn();

	@Test
	void planForClaudeSubscriptionSetsTheTokenAndTrustsTheWorkspace() {
		InjectionPlan plan = plan("claude", LoginMethod.SUBSCRIPTION, "sk-ant-oat01-FAKE-CANARY");
		assertThat(texts(plan.environment())).containsEntry("CLAUDE_CODE_OAUTH_TOKEN", "sk-ant-oat01-FAKE-CANARY")
			.doesNotContainKey("ANTHROPIC_API_KEY");
		assertThat(plan.files()).isEmpty();
		assertThat(plan.settings()).containsOnlyKeys(".claude.json", ".claude/settings.json");
		assertThat(settings(plan, ".claude.json")).isEqualTo(json("""
				{"hasCompletedOnboarding":true,"projects":{"/workspace":{"hasTrustDialogAccepted":true},\
				"/host/x":{"hasTrustDialogAccepted":true}}}"""));
	}

	@Test
	void planForClaudeKeyApprovesItsLastTwentyCharacters() {
		InjectionPlan plan = plan("claude", LoginMethod.API_KEY, "sk-ant-api03-FAKE-CANARY-0123456789ABCDEFGHIJ");
		assertThat(texts(plan.environment())).containsKey("ANTHROPIC_API_KEY")
			.doesNotContainKey("CLAUDE_CODE_OAUTH_TOKEN");
		assertThat(settings(plan, ".claude.json").at("/customApiKeyResponses/approved/0").asString())
			.isEqualTo("0123456789ABCDEFGHIJ");
		assertThat(settings(plan, ".claude.json").at("/hasCompletedOnboarding").asBoolean()).isTrue();
	}

	@Test
	void planForCodexSubscriptionPlacesTheFileAsItIs() {
		InjectionPlan plan = plan("codex", LoginMethod.SUBSCRIPTION, CODEX);
		assertThat(texts(plan.files())).isEqualTo(Map.of(".codex/auth.json", CODEX));
		assertThat(texts(plan.environment())).containsEntry("CODEX_AUTH_JSON", CODEX);
		assertThat(plan.flags()).containsSubsequence("-c",
				"projects={\"/workspace\"={trust_level=\"trusted\"},\"/host/x\"={trust_level=\"trusted\"}}");
	}

	@Test
	void planForCodexKeyPlacesAFileBesideTheVariable() {
		InjectionPlan plan = plan("codex", LoginMethod.API_KEY, "sk-proj-FAKE-CANARY");
		assertThat(json(Objects.requireNonNull(texts(plan.files()).get(".codex/auth.json")))).isEqualTo(json("""
				{"auth_mode":"apikey","OPENAI_API_KEY":"sk-proj-FAKE-CANARY"}"""));
		assertThat(texts(plan.environment())).containsEntry("OPENAI_API_KEY", "sk-proj-FAKE-CANARY");
	}

	@Test
	void planForGeminiSubscriptionTakesTheBundleApart() {
		InjectionPlan plan = plan("gemini", LoginMethod.SUBSCRIPTION, GEMINI);
		assertThat(texts(plan.files()))
			.isEqualTo(Map.of(".gemini/oauth_creds.json", "{\"refresh_token\":\"FAKE-CANARY-r\"}",
					".gemini/google_accounts.json", "{\"active\":\"a@example.com\"}"));
		assertThat(settings(plan, ".gemini/settings.json").at("/security/auth/selectedType").asString())
			.isEqualTo("oauth-personal");
	}

	@Test
	void planWhenThePartOfACredentialIsMissingLeavesItsFileOut() {
		InjectionPlan plan = plan("gemini", LoginMethod.SUBSCRIPTION, "{\"oauth_creds\":{\"refresh_token\":\"FAKE\"}}");
		assertThat(plan.files()).containsOnlyKeys(".gemini/oauth_creds.json");
	}

	@ParameterizedTest
	@CsvSource({ "claude,sk-ant-api03-FAKE-CANARY-1", "codex,sk-FAKE-CANARY-1", "gemini,AIzaFAKE-CANARY-1" })
	void planShowsNoSecretAndWipesItWhenClosed(String agent, String key) {
		InjectionPlan plan = plan(agent, LoginMethod.API_KEY, key);
		assertThat(plan.toString()).doesNotContain("CANARY");
		Secret secret = plan.environment().values().iterator().next();
		plan.close();
		assertThatIllegalStateException().isThrownBy(secret::reveal);
	}

	@Test
	void planAddsWhatTheUserWantsAndLeavesOutWhatWouldReplaceTheLogin() {
		AgentPreferences preferences = new AgentPreferences(
				Map.of("MINE", "${credential}", "ANTHROPIC_API_KEY", "FAKE-CANARY-other"), List.of("--model", "x"));
		InjectionPlan plan = plan("claude", LoginMethod.SUBSCRIPTION, "sk-ant-oat01-FAKE-CANARY", preferences);
		assertThat(texts(plan.environment())).containsEntry("MINE", "${credential}")
			.containsEntry("CLAUDE_CODE_OAUTH_TOKEN", "sk-ant-oat01-FAKE-CANARY")
			.doesNotContainKey("ANTHROPIC_API_KEY");
		assertThat(plan.leftOut()).containsExactly("ANTHROPIC_API_KEY");
		assertThat(plan.flags()).endsWith("--model", "x");
	}

	@Test
	void planFillsPartsOfACredentialOfAnyType() throws IOException {
		InjectionPlan plan = plan(mine("""
				environment: {DIRECTORY: "${workspace}", PLAIN: "$x ${other}"}
				logins:
				  subscription:
				    variable: MINE
				    accepts: {members: [/text], expected: JSON}
				    environment:
				      TEXT: "<${credential/text}>"
				      NUMBER: "${credential/number}"
				      OBJECT: "${credential/object}"
				      NOTHING: "${credential/nothing}"
				      MISSING: "${credential/missing}"
				"""), LoginMethod.SUBSCRIPTION, """
				{"text":"$1 FAKE","number":7,"object":{"a":1},"nothing":null}""", AgentPreferences.NONE);
		assertThat(texts(plan.environment())).isEqualTo(Map.of("DIRECTORY", "/workspace", "PLAIN", "$x ${other}",
				"TEXT", "<$1 FAKE>", "NUMBER", "7", "OBJECT", "{\"a\":1}"));
	}

	@Test
	void planKeepsTheTypesOfSettingsAndMergesThoseOfTheLogin() throws IOException {
		InjectionPlan plan = plan(mine("""
				flags: ["--in", "${workspace}"]
				settings:
				  a.json: {flag: true, number: 3, list: [1, "${worktree}", false], "${workspace}": {x: y}}
				logins:
				  apikey:
				    variable: MINE
				    accepts: {pattern: .+, expected: a key}
				    settings: {a.json: {list: [2], tail: "${credential.tail}"}, b.json: {}}
				"""), LoginMethod.API_KEY, "FAKE-CANARY-short", AgentPreferences.NONE);
		assertThat(plan.flags()).containsExactly("--in", "/workspace");
		assertThat(plan.settings()).containsOnlyKeys("a.json", "b.json");
		assertThat(settings(plan, "a.json")).isEqualTo(json("""
				{"flag":true,"number":3,"list":[1,"/host/x",false,2],"/workspace":{"x":"y"},\
				"tail":"FAKE-CANARY-short"}"""));
	}

	@Test
	void planRemovesWhatAnyLoginDerivedFromItsCredential() throws IOException {
		AgentProfile mine = mine("""
				settings: {a.json: {kept: "${worktree}"}}
				logins:
				  apikey:
				    variable: MINE
				    accepts: {pattern: .+, expected: a key}
				    settings:
				      a.json: {list: ["<${credential.tail}>"], deep: {text: "${credential.tail}", other: 1}, two: [2],
				        "${workspace}": {text: "${credential.tail}"}}
				      b.json: {text: "${credential.tail}"}
				  subscription:
				    variable: OTHER
				    accepts: {pattern: .+, expected: a token}
				""");
		InjectionPlan other = plan(mine, LoginMethod.SUBSCRIPTION, "FAKE-CANARY", AgentPreferences.NONE);
		assertThat(after(other, "a.json", """
				{'list':['<x>','y'],'deep':{'text':'x','other':1},'two':[2],'z':1,'/workspace':{'text':'x'}}"""))
			.isEqualTo(json("{'list':[],'deep':{'other':1},'two':[2],'z':1,'/workspace':{},'kept':'/host/x'}"));
		assertThat(after(other, "b.json", "{'text':'x'}")).isEqualTo(json("{}"));
		assertThat(after(other, "b.json", "{}")).isEqualTo(json("{}"));
		InjectionPlan same = plan(mine, LoginMethod.API_KEY, "FAKE-CANARY", AgentPreferences.NONE);
		assertThat(after(same, "a.json", "{'list':['<x>'],'two':[3]}")).isEqualTo(json("""
				{'list':['<FAKE-CANARY>'],'deep':{'text':'FAKE-CANARY','other':1},'two':[3,2],'kept':'/host/x',\
				'/workspace':{'text':'FAKE-CANARY'}}"""));
		assertThat(after(other.besideOthers(), "a.json", "{'list':['<x>']}"))
			.isEqualTo(json("{'list':['<x>'],'kept':'/host/x'}"));
	}

	private static ObjectNode after(InjectionPlan plan, String file, String content) {
		return Objects.requireNonNull(plan.settings().get(file)).applyTo(json(content));
	}

	@Test
	void planKnowsWhichVariablesMoveTheFiles() {
		Map<String, String> variables = Map.of("CODEX_HOME", "~/c", "HOME", "/h", "OTHER", "x");
		Homes homes = plan("codex", LoginMethod.API_KEY, "sk-FAKE-CANARY-1", new AgentPreferences(variables, List.of()))
			.homes();
		assertThat(homes.home()).isEqualTo("/h");
		assertThat(homes.of(".codex/auth.json")).contains(new Homes.MovedFile("CODEX_HOME", "~/c", "auth.json"));
		assertThat(homes.of(".other")).isEmpty();
		assertThat(homes.configured()).containsOnlyKeys("CODEX_HOME", "HOME");
	}

	@Test
	void planForALoginThatTheAgentLacksFails() {
		assertThatIllegalStateException().isThrownBy(() -> plan("opencode", LoginMethod.SUBSCRIPTION, "FAKE-CANARY"))
			.withMessage("opencode has no login by subscription");
	}

	@Test
	void toStringNamesWhatIsInThePlan() {
		assertThat(plan("gemini", LoginMethod.SUBSCRIPTION, GEMINI)).asString()
			.contains(".gemini/oauth_creds.json", ".gemini/settings.json")
			.doesNotContain("CANARY");
	}

	@Test
	void closeWipesSecretFiles() {
		InjectionPlan plan = plan("codex", LoginMethod.SUBSCRIPTION, CODEX);
		Secret file = plan.files().values().iterator().next();
		plan.close();
		assertThatIllegalStateException().isThrownBy(file::reveal);
	}

	private AgentProfile mine(String yaml) throws IOException {
		Files.writeString(this.folder.resolve("mine.yaml"), "command: mine\n" + yaml);
		return TestAgents.withProfilesIn(this.folder).get("mine");
	}

	private InjectionPlan plan(String agent, LoginMethod method, String value) {
		return plan(agent, method, value, AgentPreferences.NONE);
	}

	private InjectionPlan plan(String agent, LoginMethod method, String value, AgentPreferences preferences) {
		return plan(this.catalog.get(agent), method, value, preferences);
	}

	private InjectionPlan plan(AgentProfile profile, LoginMethod method, String value, AgentPreferences preferences) {
		try (Credential credential = new Credential(method, Secret.of(value))) {
			return this.planner.plan(profile, preferences, credential, new Workspace("/workspace", "/host/x"));
		}
	}

	private static Map<String, String> texts(Map<String, Secret> secrets) {
		return secrets.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().reveal()));
	}

	private static ObjectNode settings(InjectionPlan plan, String file) {
		return Objects.requireNonNull(plan.settings().get(file)).additions();
	}

	private static ObjectNode json(String text) {
		return (ObjectNode) new JsonMapper().readTree(text.replace('\'', '"'));
	}

}
