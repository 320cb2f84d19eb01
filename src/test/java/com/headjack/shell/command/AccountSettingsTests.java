package com.headjack.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.agent.AgentId;
import com.headjack.agent.TestAgents;
import com.headjack.configuration.Configuration;
import com.headjack.configuration.ConfigurationFile;
import com.headjack.credential.Account;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.host.OperatingSystem;

import static org.assertj.core.api.Assertions.assertThat;

class AccountSettingsTests {

	private static final AgentId CLAUDE = new AgentId("claude");

	private static final Account WORK = new Account(CLAUDE, "work");

	private static final Account UNNAMED = new Account(CLAUDE, null);

	private static final String WEB = "web-1f0c3a5e";

	@TempDir
	Path home;

	private Path file;

	@BeforeEach
	void setUp() throws IOException {
		this.file = Files.createDirectories(this.home.resolve(".config/headjack")).resolve("config.yaml");
	}

	@Test
	void bindAndUnbindChangeOneRepositoryAlone() throws IOException {
		Files.writeString(this.file, "# mine\nagents:\n  claude:\n    repositories:\n      api.x-00000001: other\n");
		settings(Map.of()).bind(WORK, WEB);
		assertThat(this.file).hasContent(
				"# mine\nagents:\n  claude:\n    repositories:\n      api.x-00000001: other\n      web-1f0c3a5e: work\n");
		assertThat(settings(Map.of()).repositories(WORK)).containsExactly(WEB);
		assertThat(settings(Map.of()).unbind(CLAUDE, WEB)).isTrue();
		assertThat(settings(Map.of()).unbind(CLAUDE, WEB)).isFalse();
		assertThat(settings(Map.of()).unbind(CLAUDE, "api.x-00000001")).isTrue();
		assertThat(this.file).hasContent("# mine\n");
	}

	@Test
	void repositoriesFindsThemHoweverTheyAreWritten() throws IOException {
		Files.writeString(this.file, "agents.claude.repositories: {web-1f0c3a5e: work, api-00000001: default}\n");
		assertThat(settings(Map.of()).repositories(WORK)).containsExactly(WEB);
		assertThat(settings(Map.of()).repositories(UNNAMED)).containsExactly("api-00000001");
		Files.writeString(this.file, "agents.claude.repositories.my.app-00000002: work\n");
		assertThat(settings(Map.of()).repositories(WORK)).containsExactly("my.app-00000002");
		Files.writeString(this.file, "agents:\n  claude:\n    repositories:\n      \"web-1f0c3a5e\": 'work'\n");
		assertThat(settings(Map.of()).repositories(WORK)).containsExactly(WEB);
	}

	@Test
	void isDefaultWhenNothingIsSetIsTheAccountWithoutAName() {
		assertThat(settings(Map.of()).isDefault(UNNAMED)).isTrue();
		assertThat(settings(Map.of()).isDefault(WORK)).isFalse();
		assertThat(settings(Map.of("HEADJACK_AGENTS_CLAUDE_ACCOUNT", "work")).isDefault(UNNAMED)).isFalse();
		settings(Map.of()).useByDefault(WORK);
		assertThat(settings(Map.of()).isDefault(WORK)).isTrue();
		assertThat(settings(Map.of()).isDefault(UNNAMED)).isFalse();
		assertThat(settings(Map.of()).useNoneByDefault(CLAUDE)).isTrue();
		assertThat(settings(Map.of()).useNoneByDefault(CLAUDE)).isFalse();
	}

	@Test
	void elsewhereNamesWhatTheUsersFileDoesNotSet() throws IOException {
		Files.writeString(this.file, "agents.claude: {account: work, repositories: {web-1f0c3a5e: work}}\n");
		assertThat(settings(Map.of()).elsewhere(WORK)).isEmpty();
		Files.writeString(this.file, "agents.claude.repositories: {web-1f0c3a5e: other}\n");
		assertThat(settings(Map.of("HEADJACK_AGENTS_CLAUDE_ACCOUNT", "work", "HEADJACK_AGENTS_CLAUDE_REPOSITORIES",
				"web-1f0c3a5e=work"))
			.elsewhere(WORK)).extracting(Object::toString)
			.containsExactly("agents.claude.account", "agents.claude.repositories.web-1f0c3a5e");
	}

	private AccountSettings settings(Map<String, String> variables) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.home, this.home, variables, Set.of());
		Map<String, Object> properties = Configuration.read(host, Optional.empty(), (_, _) -> {
		}).properties();
		return new AccountSettings(TestAgents.configured(properties), ConfigurationFile.in(HostPaths.of(host)));
	}

}
