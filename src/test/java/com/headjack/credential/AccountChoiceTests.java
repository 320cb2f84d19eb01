package com.headjack.credential;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.headjack.agent.AgentId;
import com.headjack.agent.TestAgents;

import static org.assertj.core.api.Assertions.assertThat;

class AccountChoiceTests {

	private static final AgentId CLAUDE = new AgentId("claude");

	private static final AgentId CODEX = new AgentId("codex");

	private static final String WEB = "web-1f0c3a5e";

	private final AccountChoice choice = new AccountChoice(TestAgents.configured(Map.of("agents.claude.account",
			"private", "agents.claude.repositories." + WEB, "work", "agents.codex.repositories." + WEB, "default")));

	@Test
	void ofTakesTheNamedAccountThenTheRepositorysThenTheDefault() {
		assertThat(this.choice.of(CLAUDE, "other", WEB)).isEqualTo(new Account(CLAUDE, "other"));
		assertThat(this.choice.of(CLAUDE, null, WEB)).isEqualTo(new Account(CLAUDE, "work"));
		assertThat(this.choice.of(CLAUDE, null, "api-00000001")).isEqualTo(new Account(CLAUDE, "private"));
		assertThat(this.choice.of(CLAUDE, "default", WEB)).isEqualTo(new Account(CLAUDE, null));
		assertThat(this.choice.byDefault(CLAUDE)).isEqualTo(new Account(CLAUDE, "private"));
		assertThat(this.choice.byDefault(CODEX)).isEqualTo(new Account(CODEX, null));
	}

	@Test
	void boundListsTheRepositories() {
		assertThat(this.choice.bound(CLAUDE)).containsExactly(Map.entry(WEB, new Account(CLAUDE, "work")));
		assertThat(this.choice.bound(CODEX)).containsExactly(Map.entry(WEB, new Account(CODEX, null)));
	}

	@Test
	void absentTellsOfEachUseWithItsRemedy() {
		assertThat(this.choice.absent(List.of(CLAUDE, CODEX), (_) -> true)).isEmpty();
		assertThat(this.choice.absent(List.of(CLAUDE, CODEX), (_) -> false)).extracting(AbsentAccount::line)
			.containsExactly(
					"the default account of claude, \"private\", is not logged in: run 'hjk auth claude --account private', or 'hjk auth default claude --unset'",
					"repository web-1f0c3a5e is bound to account \"work\" of claude, which is not logged in: run 'hjk auth claude --account work', or 'hjk config --unset agents.claude.repositories.web-1f0c3a5e'",
					"repository web-1f0c3a5e is bound to account \"default\" of codex, which is not logged in: run 'hjk auth codex', or 'hjk config --unset agents.codex.repositories.web-1f0c3a5e'");
	}

}
