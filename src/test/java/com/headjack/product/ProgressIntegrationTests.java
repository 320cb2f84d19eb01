package com.headjack.product;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is shown of work that takes long.
 */
@InWorld(World.RESIDENT)
class ProgressIntegrationTests extends InstanceTestBase {

	private static final String WAIT = "Waiting for the container engine …";

	private SlowEngine engine;

	@BeforeEach
	void slowDown() throws IOException {
		slow(Duration.ofSeconds(2));
	}

	private void slow(Duration delay) throws IOException {
		this.engine = SlowEngine.after(delay);
		this.product.with("DOCKER_HOST", this.engine.address());
	}

	@AfterEach
	void speedUp() throws IOException {
		this.product.with("DOCKER_HOST", SlowEngine.real());
		this.engine.close();
	}

	@Test
	void atATerminalTheStepsAndTheirTimesAreShown() throws IOException {
		try (UserTerminal terminal = UserTerminal.open(this.product)) {
			terminal.resize(30, 40).type("hjk run feat/x").awaitPattern("[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏] Waiting for the contain");
			terminal.resize(100, 40).await("ready for branch feat/x").awaitPrompt();
			assertThat(terminal.screen()).containsPattern(WAIT + " \\d+\\.\\d s\n")
				.containsPattern("Creating a container from headjack/agent:latest … \\d+\\.\\d s\n")
				.containsPattern("\nInstance \\w+ ready for branch feat/x")
				.doesNotContainPattern("[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]");
			terminal.type("clear; hjk exec feat/x -n brief -- sh -c 'echo hel''lo; sleep 5'")
				.await("hello")
				.await("Session brief exited (0)");
		}
	}

	@Test
	void withoutATerminalNothingIsShown() {
		Hjk.Result result = this.product.hjk("run", "feat/x");
		assertThat(result.done()).matches("Instance \\w+ ready for branch feat/x\n");
		assertThat(result.errors()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "NO_COLOR=1", "TERM=dumb" })
	void whereNothingMayMoveTheStepsAreShownAsLines(String variable) {
		String shown = this.product
			.command("script", "-qec", "env " + variable + " '" + this.product.launcher() + "' ps", "/dev/null")
			.output();
		assertThat(shown).containsPattern(WAIT + " \\d+\\.\\d s\r\nNo instances found").doesNotContain("\033");
	}

	@Test
	void anInterruptLeavesTheTerminalAsItWas() throws IOException {
		this.engine.close();
		slow(Duration.ofMinutes(1));
		try (UserTerminal terminal = UserTerminal.open(this.product)) {
			String before = terminal.state();
			terminal.type("clear; hjk ps; echo code $?").await(WAIT).key("C-c").await("code 130");
			terminal.awaitPrompt();
			assertThat(terminal.screen().strip()).startsWith("code 130");
			assertThat(terminal.state()).isEqualTo(before);
		}
	}

}
