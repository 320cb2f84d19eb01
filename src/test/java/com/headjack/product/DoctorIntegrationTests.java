package com.headjack.product;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The checks, and the move of the logins from one store to another.
 */
class DoctorIntegrationTests {

	@TempDir
	Path folder;

	private Hjk product;

	@BeforeEach
	void setUp() throws IOException {
		this.product = new Hjk(this.folder);
	}

	@Test
	void doctorWhenAllIsThereIsContentAndLeavesNothing() {
		String table = this.product.hjk("doctor").done();
		assertThat(table).contains("engine", "docker", "image", "agent claude", "git version",
				"wrote, read and removed", "java", "hjk.aot");
		assertThat(table.lines().filter((line) -> line.contains("   failed   "))).isEmpty();
		assertThat(table.lines().filter((line) -> line.startsWith("start-up cache   "))).singleElement()
			.asString()
			.contains("   ok   ");
		assertThat(this.product.tool("docker", "ps", "-aq", "--filter", "name=hjk-doctor-")).isEmpty();
		assertThat(this.product.home().resolve(".config/headjack/keyring")).isDirectoryNotContaining("glob:**doctor*");
	}

	@Test
	void doctorWhenThereIsNoEngineSaysSoAndChecksTheRest() {
		Hjk.Result result = this.product.with("DOCKER_HOST", "unix:///no/such.sock").hjk("doctor", "-o", "json");
		assertThat(result.code()).isEqualTo(4);
		JsonNode checks = JsonMapper.shared().readTree(result.output());
		assertThat(check(checks, "engine").path("outcome").asString()).isEqualTo("failed");
		assertThat(check(checks, "engine").path("remedy").asString()).contains("DOCKER_HOST");
		assertThat(check(checks, "git").path("outcome").asString()).isEqualTo("ok");
		assertThat(check(checks, "store").path("outcome").asString()).isEqualTo("ok");
	}

	@Test
	void doctorWhenTheImageIsMissingEndsWithFour() {
		Hjk.Result result = this.product.with("HEADJACK_BASE_IMAGE", "headjack-no-such:1").hjk("doctor");
		assertThat(result.code()).isEqualTo(4);
		assertThat(result.output()).contains("there is no image \"headjack-no-such:1\"", "docker pull");
	}

	@Test
	void migrateWhenASideIsNoStoreRefusesAndLosesNothing() {
		SampleLogin login = SampleLogin.of("claude", "apikey");
		this.product.piped(login.secret(), login.auth()).done();
		this.product.hjk("auth", "migrate", "--from", "file", "--to", "nonsense")
			.assertFailed(2, "there is no secret store named 'nonsense'", "ready here: ");
		this.product.hjk("auth", "migrate", "--from", "file", "--to", "file").assertFailed(2, "both sides", "name two");
		this.product.hjk("auth", "migrate", "--from", "file").assertFailed(2, "--to is missing", "--from BACKEND");
		assertThat(this.product.hjk("auth", "claude", "--status").done()).isEqualTo("claude: api key\n");
	}

	private static JsonNode check(JsonNode checks, String name) {
		return checks.valueStream()
			.filter((check) -> check.path("name").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

}
