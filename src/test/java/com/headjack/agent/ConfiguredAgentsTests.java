package com.headjack.agent;

import java.util.List;
import java.util.Map;

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
		assertThat(of(CLAUDE).account()).isEqualTo("work");
	}

	@Test
	void ofLetsTheHigherSourceWin() {
		source("user", Map.of("agents.claude.env.A", "1", "agents.claude.env.B", "2", "agents.claude.flags[0]", "--x",
				"agents.claude.flags[1]", "--y"));
		source("profile", Map.of("agents.claude.env.A", "3", "agents.claude.flags", "--z"));
		assertThat(of(CLAUDE)).isEqualTo(new AgentPreferences(null, Map.of("A", "3", "B", "2"), List.of("--z")));
	}

	@Test
	void ofPassesOverBlankValues() {
		source("user", Map.of("agents.claude.flags", "--x", "agents.claude.account", "work"));
		source("profile", Map.of("agents.claude.flags", " ", "agents.claude.account", ""));
		assertThat(of(CLAUDE)).isEqualTo(new AgentPreferences("work", Map.of(), List.of("--x")));
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

	private AgentPreferences of(AgentId agent) {
		return new ConfiguredAgents(this.environment).of(agent);
	}

	private void source(String name, Map<String, Object> properties) {
		this.environment.getPropertySources().addFirst(new MapPropertySource(name, properties));
	}

}
