package com.headjack.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.ParameterizedTest;

import com.headjack.agent.AgentId;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.TestAgents;
import com.headjack.credential.Account;
import com.headjack.credential.Credential;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.injection.InjectionPlanner;
import com.headjack.injection.Workspace;
import com.headjack.instance.LaunchLog;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class LaunchPlannerTests {

	private static final String REPOSITORY = "web-1f0c3a5e";

	private static final Workspace WORKSPACE = new Workspace("/workspace", "/home/ada/worktree");

	@TempDir
	Path folder;

	private Scene scene;

	@BeforeEach
	void open() throws IOException {
		this.scene = new Scene(this.folder);
		this.scene.login("claude", LoginMethod.SUBSCRIPTION, "sk-ant-oat01-FAKE-CANARY");
		this.scene.login("codex", LoginMethod.API_KEY, "sk-proj-FAKE-CANARY");
	}

	private Launch prepare(String agent, @Nullable String account, @Nullable String prompt, String... arguments) {
		return this.scene.planner.prepare(new Program.Agent(agent, account, prompt, List.of(arguments)), REPOSITORY,
				LaunchLog.SILENT);
	}

	@Test
	void prepareWhenThereIsNoLoginFails() {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> prepare("gemini", null, null))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.NOT_FOUND))
			.withMessageContaining("gemini");
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> prepare("claude", "work", null))
			.withMessageContaining("work");
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> prepare("nobody", null, null))
			.withMessageContaining("nobody");
	}

	@Test
	void prepareTakesTheNamedAccountBeforeTheConfiguredOne() {
		LaunchPlanner planner = new LaunchPlanner(TestAgents.builtIn(), this.scene.credentials,
				TestAgents.configured(Map.of("agents.claude.account", "work")), new InjectionPlanner(),
				this.scene.renewals);
		put("work", "sk-ant-oat01-FAKE-work");
		put("other", "sk-ant-oat01-FAKE-other");
		assertThat(value(planner, null)).isEqualTo("sk-ant-oat01-FAKE-work");
		assertThat(value(planner, "other")).isEqualTo("sk-ant-oat01-FAKE-other");
	}

	@Test
	void prepareTakesTheAccountOfTheRepositoryBeforeTheDefault() {
		LaunchPlanner planner = new LaunchPlanner(TestAgents.builtIn(), this.scene.credentials,
				TestAgents.configured(
						Map.of("agents.claude.account", "other", "agents.claude.repositories." + REPOSITORY, "work")),
				new InjectionPlanner(), this.scene.renewals);
		put("work", "sk-ant-oat01-FAKE-work");
		put("other", "sk-ant-oat01-FAKE-other");
		assertThat(value(planner, null)).isEqualTo("sk-ant-oat01-FAKE-work");
		assertThat(value(planner, "other")).isEqualTo("sk-ant-oat01-FAKE-other");
	}

	private void put(String account, String value) {
		try (Credential credential = new Credential(LoginMethod.SUBSCRIPTION, Secret.of(value))) {
			this.scene.credentials.put(Account.of(new AgentId("claude"), account), credential);
		}
	}

	private static String value(LaunchPlanner planner, @Nullable String account) {
		try (Launch launch = planner.prepare(new Program.Agent("claude", account, null, List.of()), REPOSITORY,
				LaunchLog.SILENT)) {
			return ((Launch.Agent) launch).credential().value().reveal();
		}
	}

	@Test
	void planOfAnAgentHoldsItsWordsInOrder() {
		try (Launch launch = prepare("codex", null, "do it", "--model", "o9");
				SessionPlan plan = this.scene.planner.plan(launch, WORKSPACE, List.of())) {
			assertThat(plan.words()).startsWith("codex", "-c")
				.endsWith("--model", "o9", "--", "do it")
				.noneMatch((word) -> word.contains("CANARY"));
			assertThat(plan.injection().environment()).containsKey("OPENAI_API_KEY");
			assertThat(plan.injection().files()).containsKey(".codex/auth.json");
		}
	}

	@Test
	void planWithoutAPromptHasNone() {
		try (Launch launch = prepare("claude", null, null);
				SessionPlan plan = this.scene.planner.plan(launch, WORKSPACE, List.of())) {
			assertThat(plan.words()).containsExactly("claude");
			assertThat(plan.injection().settings().get(".claude.json")).asString().contains("/home/ada/worktree");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "--dangerously-skip-permissions", "--permission-mode=bypassPermissions",
			"--permission-mode bypassPermissions" })
	void planAnswersWhatTheArgumentsAnswer(String arguments) {
		try (Launch launch = prepare("claude", null, null, arguments.split(" "));
				SessionPlan plan = this.scene.planner.plan(launch, WORKSPACE, List.of())) {
			assertThat(plan.injection().settings().get(".claude/settings.json")).asString()
				.contains("\"skipDangerousModePermissionPrompt\":true");
		}
	}

	@Test
	void planAnswersWhatTheConfigurationAnswers() {
		LaunchPlanner planner = new LaunchPlanner(TestAgents.builtIn(), this.scene.credentials,
				TestAgents.configured(Map.of("agents.claude.flags[0]", "--dangerously-skip-permissions")),
				new InjectionPlanner(), this.scene.renewals);
		this.scene.login("claude", LoginMethod.API_KEY, "sk-ant-api03-FAKE-CANARY");
		try (Launch launch = planner.prepare(new Program.Agent("claude", null, null, List.of()), REPOSITORY,
				LaunchLog.SILENT); SessionPlan plan = planner.plan(launch, WORKSPACE, List.of())) {
			assertThat(plan.injection().settings().get(".claude/settings.json")).asString()
				.contains("skipDangerousModePermissionPrompt");
			assertThat(plan.words()).containsExactly("claude", "--dangerously-skip-permissions");
		}
	}

	@Test
	void planAnswersNothingThatTheUserDidNot() {
		try (Launch launch = prepare("claude", null, "--dangerously-skip-permissions");
				SessionPlan plan = this.scene.planner.plan(launch, WORKSPACE, List.of())) {
			assertThat(plan.injection().settings().get(".claude/settings.json")).asString()
				.doesNotContain("skipDangerousModePermissionPrompt");
			assertThat(plan.questions()).isNotEmpty();
		}
	}

	@Test
	void planOfACommandInjectsNothing() {
		try (Launch launch = this.scene.planner.prepare(new Program.Shell(List.of("make", "test")), REPOSITORY,
				LaunchLog.SILENT); SessionPlan plan = this.scene.planner.plan(launch, WORKSPACE, List.of())) {
			assertThat(plan.words()).containsExactly("make", "test");
			assertThat(plan.injection().environment()).isEmpty();
		}
	}

	@Test
	void planWithoutACommandIsALoginShell() {
		try (Launch launch = this.scene.planner.prepare(new Program.Shell(List.of()), REPOSITORY, LaunchLog.SILENT);
				SessionPlan plan = this.scene.planner.plan(launch, WORKSPACE, List.of())) {
			assertThat(plan.words()).startsWith("sh", "-c").last().asString().endsWith(" -l");
		}
	}

	@Test
	void closeWipesTheCredential() {
		Launch launch = prepare("claude", null, null);
		launch.close();
		Secret value = ((Launch.Agent) launch).credential().value();
		assertThatIllegalStateException().isThrownBy(value::reveal);
	}

	@Test
	void anAgentClashesWithALoginThatHasOtherContentInTheSameFile() {
		try (Launch launch = prepare("codex", null, null)) {
			Launch.Agent agent = (Launch.Agent) launch;
			assertThat(agent.clashesWith(new SessionLogin(LoginMethod.API_KEY, "default"))).isFalse();
			assertThat(agent.clashesWith(new SessionLogin(LoginMethod.API_KEY, "work"))).isTrue();
			assertThat(agent.clashesWith(new SessionLogin(LoginMethod.SUBSCRIPTION, "default"))).isTrue();
		}
		try (Launch launch = prepare("claude", null, null)) {
			assertThat(((Launch.Agent) launch).clashesWith(new SessionLogin(LoginMethod.API_KEY, "work"))).isFalse();
		}
	}

	@Test
	void typesTellAgentsCommandsAndShellsApart() {
		assertThat(new Program.Agent("claude", null, null, List.of()).type()).isEqualTo("claude");
		assertThat(new Program.Shell(List.of("ls")).type()).isEqualTo("exec");
		assertThat(new Program.Shell(List.of()).type()).isEqualTo("shell");
	}

}
