package com.headjack.product;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The checks.
 */
class DoctorIntegrationTests {

	/**
	 * Ends the checks as soon as there is their container, and tells what is left of it.
	 */
	private static final String ENDED = """
			left() { docker ps --all --filter name=hjk-doctor- --format '{{.Image}}' | grep -xF "$1" || :; }
			env --default-signal="$2" "$1" doctor >/dev/null 2>&1 &
			pid=$!
			for try in $(seq 1000); do
				[ -z "$(left "$3")" ] || break
				kill -0 "$pid"
			done
			kill -s "$2" "$pid"
			! wait "$pid" || exit 99
			echo seen
			left "$3"
			""";

	/**
	 * Tells the containers of these checks from those of others.
	 */
	private static final String IMAGE = "headjack/doctor-" + ProcessHandle.current().pid();

	@TempDir
	Path folder;

	private Hjk product;

	@BeforeEach
	void setUp() throws IOException {
		this.product = new Hjk(this.folder, World.of(this)).with("HEADJACK_BASE_IMAGE", IMAGE);
		this.product.tool("docker", "tag", "headjack/agent:latest", IMAGE);
	}

	@AfterEach
	void removeImage() {
		this.product.without("DOCKER_HOST").tool("docker", "image", "rm", IMAGE);
	}

	@Test
	void doctorWhenAllIsThereIsContentAndLeavesNothing() {
		String table = this.product.hjk("doctor", "--all").done();
		assertThat(table).contains("engine", "docker", "image", "agent claude", "git version",
				"wrote, read and removed", "java", "hjk.aot");
		assertThat(table.lines().filter((line) -> line.contains("   failed   "))).isEmpty();
		assertThat(table.lines().filter((line) -> line.startsWith("start-up cache   "))).singleElement()
			.asString()
			.contains("   ok   ");
		assertThat(this.product.tool("docker", "ps", "-a", "--filter", "name=hjk-doctor-", "--format", "{{.Image}}"))
			.doesNotContain(IMAGE);
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
	void doctorShowsWhatNobodyUsesOnRequestAndInJson() {
		assertThat(this.product.hjk("doctor").done())
			.doesNotContain("wincred", "not selected", "store vault", "agent codex")
			.contains("no agent has a login yet", "hjk auth claude", "tmux is in the image");
		assertThat(this.product.hjk("doctor", "--all").done()).contains("store wincred", "not selected", "agent codex");
		JsonNode checks = JsonMapper.shared().readTree(this.product.hjk("doctor", "-o", "json").done());
		JsonNode wincred = check(checks, "store wincred");
		assertThat(wincred.path("outcome").asString()).isEqualTo("not applicable");
		assertThat(wincred.path("needed").asBoolean()).isFalse();
		assertThat(wincred.path("detail").asString()).isEqualTo("for Windows");
		assertThat(wincred.has("remedy")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "INT", "TERM" })
	void doctorWhenItIsEndedLeavesNoContainer(String signal) {
		assertThat(this.product.tool("sh", "-euc", ENDED, "sh", this.product.launcher().toString(), signal, IMAGE))
			.isEqualTo("seen\n");
	}

	private static JsonNode check(JsonNode checks, String name) {
		return checks.valueStream()
			.filter((check) -> check.path("name").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

}
