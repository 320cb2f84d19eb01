package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is around a command: the home, the working directory, variables, the files of
 * other programs.
 */
class StartIntegrationTests {

	@TempDir
	Path folder;

	private Hjk product;

	@BeforeEach
	void setUp() throws IOException {
		this.product = new Hjk(this.folder, World.of(this));
	}

	@ParameterizedTest
	@ValueSource(strings = { "version", "help", "completion bash", "config logs.limit" })
	void commandsThatNeedNoFolderWorkInOneThatIsGone(String command) {
		Hjk.Result result = inAFolderThatIsGone(command);
		assertThat(result.code()).isZero();
		assertThat(result.output()).isNotEmpty();
	}

	@Test
	void otherCommandsInAFolderThatIsGoneTellIt() {
		Hjk.Result result = inAFolderThatIsGone("ps");
		assertThat(result.code()).isEqualTo(4);
		assertThat(result.errors()).contains("error: the working directory does not exist any more\n",
				"hint: change to a folder that exists\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "version", "help", "completion zsh" })
	void commandsThatNeedNoHomeWorkWithoutOne(String command) {
		this.product.with("HOME", "not/absolute");
		this.product.hjk(command.split(" ", -1)).done();
		this.product.hjk("ps").assertFailed(4, "there is no home folder", "set HOME to your home folder");
	}

	@Test
	void aJavaHomeThatIsNoneIsTold() {
		this.product.with("HJK_JAVA_HOME", "/no/such/java");
		this.product.hjk("version")
			.assertFailed(4, "HJK_JAVA_HOME is /no/such/java, where there is no Java 25 or later", "JDK 25");
	}

	@Test
	void optionsForJavaMatchNoFiles() throws IOException {
		Files.writeString(this.product.repository().resolve("-Dx=y"), "");
		Files.writeString(this.product.repository().resolve("-Dx=z"), "");
		this.product.with("HJK_JAVA_OPTS", "-Dx=*");
		assertThat(this.product.hjk("version").done()).startsWith("headjack ");
	}

	@Test
	void aProfileThatIsNotThereIsRefused() {
		this.product.hjk("--profile", "vualt", "auth", "status")
			.assertFailed(2, "unknown profile \"vualt\"", "the profiles are: ci, dev, podman, vault");
	}

	@Test
	void theConfigurationOfDockerThatIsBrokenIsToldWithItsLine() throws IOException {
		this.product.without("DOCKER_HOST");
		Path docker = Files.createDirectories(this.product.home().resolve(".docker"));
		Path file = Files.writeString(docker.resolve("config.json"), "{\n  \"proxies\": {,}\n}\n");
		this.product.hjk("auth", "status").done();
		this.product.hjk("run", "feat/x").assertFailed(4, file + ":2:15 is not valid JSON", "correct docker's file");
	}

	@Test
	void aLoginOfAnAgentThatIsGoneIsShownAndCanBeRemoved() throws IOException {
		Path profile = Files.createDirectories(this.product.home().resolve(".config/headjack/agents"))
			.resolve("mine.yaml");
		Files.writeString(profile, """
				command: mine
				logins:
				  apikey:
				    variable: MINE_KEY
				    accepts: {pattern: mine-.+, expected: a key}
				    environment: {MINE_KEY: "${credential}"}
				""");
		this.product.piped("mine-FAKE-CANARY", "auth", "mine", "-m", "apikey").done();
		Files.delete(profile);
		Hjk.Result status = this.product.hjk("auth", "status");
		assertThat(status.done()).containsPattern("mine +default \\* +API key");
		assertThat(status.errors()).contains("agent \"mine\" is gone", "hjk auth remove mine");
		assertThat(this.product.hjk("auth", "remove", "mine").done()).isEqualTo("Removed the credential for mine\n");
		assertThat(this.product.hjk("auth", "status").done()).doesNotContain("mine");
		this.product.hjk("auth", "remove", "mine").assertFailed(2, "unknown agent \"mine\"", "the agents are");
	}

	private Hjk.Result inAFolderThatIsGone(String command) {
		return this.product.command("sh", "-c",
				"mkdir gone && cd gone && rmdir ../gone && exec '" + this.product.launcher() + "' " + command);
	}

}
