package com.headjack.product;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How often a command asks the engine. Each request counts, so the run of a program in a
 * container counts as two, and as three where the engine is asked for the exit code.
 */
@ParameterizedClass
@EnumSource(value = World.class, names = { "RESIDENT", "ORDINARY_USER" })
class RoundTripsIntegrationTests extends InstanceTestBase {

	private static final String LIST = "GET /containers/json";

	private static final String PREPARE = "POST /containers/exec";

	private static final String START = "POST /exec/start";

	private CountingEngine engine;

	@BeforeEach
	void count() throws IOException {
		this.engine = CountingEngine.start();
		this.product.with("DOCKER_HOST", this.engine.address());
	}

	@AfterEach
	void close() throws IOException {
		this.product.hjk("rm", "feat/x", "-f");
		this.product.without("DOCKER_HOST");
		this.engine.close();
	}

	private List<String> requests(String... arguments) {
		this.engine.requests();
		this.product.hjk(arguments).done();
		return this.engine.requests();
	}

	@Test
	void psTakesOne() {
		assertThat(requests("ps")).containsExactly(LIST);
	}

	@Test
	void aNewInstanceTakesTwoMoreThanCreateAndStart() {
		assertThat(requests("run", "feat/x")).containsExactly(LIST, "GET /info", "POST /containers/create",
				"POST /containers/start");
	}

	@Test
	void anInstanceThatIsThereTakesOne() {
		this.product.hjk("run", "feat/x").done();
		assertThat(requests("run", "feat/x")).containsExactly(LIST);
	}

	@Test
	void aDetachedSessionTakesThree() throws IOException {
		this.product.hjk("run", "feat/x").done();
		assertThat(requests("exec", "feat/x", "-d", "-n", "a", "--", "sh", "-c", "echo rea''dy; sleep 600"))
			.containsExactly(LIST, PREPARE, START);
		this.product.screen("feat/x", "a", "ready");
	}

	@ParameterizedTest
	@ValueSource(strings = { "claude", "codex" })
	void aDetachedAgentTakesThree(String agent) {
		this.product.hjk("run", "feat/x").done();
		String secret = SampleLogin.of(agent, "apikey").secret();
		this.product.piped(secret, "auth", agent, "--method", "apikey").done();
		assertThat(requests("agent", "feat/x", agent, "-d")).containsExactly(LIST, PREPARE, START);
	}

}
