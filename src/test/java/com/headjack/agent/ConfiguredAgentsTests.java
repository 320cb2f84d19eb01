package com.headjack.agent;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

class ConfiguredAgentsTests {

	private static final AgentId CLAUDE = new AgentId("claude");

	private final StandardEnvironment environment = new StandardEnvironment();

	@Test
	void ofWhenNothingIsSaidIsEmpty() {
		assertThat(of(CLAUDE)).isEqualTo(AgentPreferences.NONE);
	}

	@Test
	void ofKeepsNamesAndValuesAsTheyAreWritten() {
		source("user", Map.of("agents.claude.env.MY_name", "${HOME}", "agents.claude.flags[0]", "--model",
				"agents.claude.flags[1]", "a b", "agents.claude.account", "work", "agents.codex.env.OTHER", "x"));
		assertThat(of(CLAUDE).environment()).isEqualTo(Map.of("MY_name", "${HOME}"));
		assertThat(of(CLAUDE).flags()).containsExactly("--model", "a b");
		assertThat(account("web-1f0c3a5e")).isEqualTo("work");
	}

	@Test
	void ofLetsTheHigherSourceWin() {
		source("user", Map.of("agents.claude.env.A", "1", "agents.claude.env.B", "2", "agents.claude.flags[0]", "--x",
				"agents.claude.flags[1]", "--y"));
		source("profile", Map.of("agents.claude.env.A", "3", "agents.claude.flags", "--z"));
		assertThat(of(CLAUDE)).isEqualTo(new AgentPreferences(Map.of("A", "3", "B", "2"), List.of("--z")));
	}

	@Test
	void ofPassesOverBlankValues() {
		source("user", Map.of("agents.claude.flags", "--x", "agents.claude.account", "work"));
		source("profile", Map.of("agents.claude.flags", " ", "agents.claude.account", ""));
		assertThat(of(CLAUDE)).isEqualTo(new AgentPreferences(Map.of(), List.of("--x")));
		assertThat(account(null)).isEqualTo("work");
	}

	@Test
	void accountIsThatOfTheRepositoryBeforeTheDefault() {
		source("user", Map.of("agents.claude.account", "private", "agents.claude.repositories.web-1f0c3a5e", "work",
				"agents.claude.repositories.my.app-00000000", " ", "agents.codex.repositories.api-1f0c3a5e", "x"));
		source("profile", Map.of("agents.claude.repositories.api-00000001", "other"));
		assertThat(account("web-1f0c3a5e")).isEqualTo("work");
		assertThat(account("api-00000001")).isEqualTo("other");
		assertThat(account("my.app-00000000")).isEqualTo("private");
		assertThat(account("api-1f0c3a5e")).isEqualTo("private");
		assertThat(account(null)).isEqualTo("private");
		assertThat(new ConfiguredAgents(this.environment).repositories(CLAUDE))
			.containsExactly(Map.entry("api-00000001", "other"), Map.entry("web-1f0c3a5e", "work"));
		ConfiguredAgents configured = new ConfiguredAgents(this.environment);
		assertThat(configured.accountsIn("web-1f0c3a5e")).containsExactly(Map.entry("claude", "work"));
		assertThat(configured.accountsIn("api-1f0c3a5e")).containsExactly(Map.entry("codex", "x"));
		assertThat(configured.accountsIn("my.app-00000000")).isEmpty();
		assertThat(configured.accountsIn("other-00000000")).isEmpty();
	}

	@Test
	void accountWhenNothingIsSaidIsNone() {
		assertThat(account("web-1f0c3a5e")).isNull();
	}

	@Test
	void ofPassesOverSourcesThatCannotListTheirNames() {
		this.environment.getPropertySources().addFirst(new PropertySource<>("random", "any") {
			@Override
			public Object getProperty(String name) {
				return "FAKE";
			}
		});
		assertThat(of(CLAUDE)).isEqualTo(AgentPreferences.NONE);
	}

	private @Nullable String account(@Nullable String repository) {
		return new ConfiguredAgents(this.environment).account(CLAUDE, repository);
	}

	private AgentPreferences of(AgentId agent) {
		return new ConfiguredAgents(this.environment).of(agent);
	}

	private void source(String name, Map<String, Object> properties) {
		this.environment.getPropertySources().addFirst(new MapPropertySource(name, properties));
	}

}
