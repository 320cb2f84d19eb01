package com.headjack.product;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Commands without a session, as a part of pipes.
 */
@ParameterizedClass
@EnumSource(value = World.class, names = { "RESIDENT", "NO_LOCALE", "JAVA_DEVELOPER" })
class ExecIntegrationTests extends InstanceTestBase {

	@BeforeEach
	void run() {
		this.product.hjk("run", "feat/x").done();
	}

	/**
	 * Runs a script of the host in which {@code inside} runs a shell's script in the
	 * instance.
	 */
	private Hjk.Result host(String script) {
		String inside = "inside() { \"$0\" exec feat/x --no-mux -- sh -c \"$@\"; }; ";
		return this.product.command("bash", "-o", "pipefail", "-c", inside + script,
				this.product.launcher().toString());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 3, 126, 255 })
	void execEndsWithTheExitCode(int code) {
		assertThat(host("inside 'exit " + code + "'").code()).isEqualTo(code);
	}

	@Test
	void execWhenStdinCannotBeReadEndsTheProgramsInput() {
		assertThat(host("inside 'cat; echo done' </").done()).isEqualTo("done\n");
	}

	@Test
	void execOfAProgramThatASignalEndsGivesItsCode() {
		assertThat(host("inside 'kill -TERM $$'").code()).isEqualTo(143);
	}

	@Test
	void execOfAProgramThatCannotBeStartedTellsSoInOneLine() {
		Hjk.Result missing = host("\"$0\" exec feat/x --no-mux no-such-program");
		assertThat(missing.code()).isEqualTo(127);
		assertThat(missing.output()).isEmpty();
		assertThat(missing.errors()).isEqualTo("error: there is no program \"no-such-program\" in the container\n");
		Hjk.Result file = host("\"$0\" exec feat/x --no-mux /etc/passwd");
		assertThat(file.code()).isEqualTo(126);
		assertThat(file.errors()).isEqualTo("error: \"/etc/passwd\" in the container is not executable\n");
		assertThat(host("\"$0\" exec feat/x --no-mux \"$(printf 'a\\033[2Jb\\\\n')\"").errors())
			.isEqualTo("error: there is no program \"a\\x1b[2Jb\\n\" in the container\n");
		assertThat(host("\"$0\" exec feat/x --no-mux /etc").code()).isEqualTo(126);
		assertThat(host("\"$0\" exec feat/x --no-mux ./no/such").code()).isEqualTo(127);
	}

	@Test
	void execWhenItCannotStartHintsAtWhatCan() {
		Hjk.Result bare = host("\"$0\" exec feat/x --no-mux");
		assertThat(bare.code()).isEqualTo(2);
		assertThat(bare.errors()).contains("--no-mux needs a command", "hint: leave it out for a shell");
		Hjk.Result beside = host("\"$0\" exec feat -d true");
		assertThat(beside.code()).isEqualTo(3);
		assertThat(beside.errors()).contains("no instance found", "did you mean feat/x?").doesNotContain("hjk run");
	}

	@Test
	void execPassesEveryByteBothWays() {
		Hjk.Result result = host("head -c 50000000 /dev/urandom >sent && sha256sum <sent >expected && "
				+ "cat sent | inside cat | cmp - sent && inside sha256sum <sent | cmp - expected && echo same");
		assertThat(result.output()).contains("same");
	}

	@Test
	void execKeepsTheTwoOutputsApart() {
		Hjk.Result result = host("inside 'echo out; echo err >&2; echo again'");
		assertThat(result.output()).isEqualTo("out\nagain\n");
		assertThat(result.errors()).isEqualTo("err\n");
	}

	@Test
	void execPassesAnEmptyInputOn() {
		assertThat(host("inside 'wc -c' </dev/null").done().strip()).isEqualTo("0");
		assertThat(host("inside 'wc -c' <&-").done().strip()).isEqualTo("0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "yes", "cat /dev/zero", "(echo; exec sleep 60)" })
	void execEndsWithACommandThatDoesNotReadToTheEnd(String source) {
		Hjk.Result result = host(
				"inside 'head -c 1 >/dev/null; exit 4' < <(" + source + "); code=$?; kill $! 2>/dev/null; exit $code");
		assertThat(result.code()).isEqualTo(4);
		assertThat(result.errors()).isEmpty();
	}

	@Test
	void execEndsWithItsReader() {
		Hjk.Result result = host("inside 'yes line' | head -1; echo \"${PIPESTATUS[0]}\"");
		assertThat(result.output()).isEqualTo("line\n141\n");
		assertThat(result.errors()).isEmpty();
		assertThat(this.product.inside("feat/x", "cat /proc/[0-9]*/comm 2>/dev/null || :")).doesNotContain("yes");
	}

	@ParameterizedTest
	@CsvSource({ "INT, 130", "TERM, 143", "HUP, 129" })
	void execEndsWithItsProcess(String signal, int code) throws IOException {
		Path begun = this.product.repository().resolve("begun");
		try (UserTerminal terminal = UserTerminal.open(this.product)) {
			terminal.type("hjk exec feat/x --no-mux -- sh -c 'echo; exec sleep 600' >begun; echo code $?");
			this.product.tool("sh", "-c", "until [ -s \"$0\" ]; do sleep 0.1; done", begun.toString());
			this.product.tool("kill", "-" + signal, String.valueOf(terminal.program().pid()));
			terminal.await("code " + code);
			assertThat(terminal.screen()).doesNotContain("error");
		}
		assertThat(this.product.inside("feat/x", "cat /proc/[0-9]*/comm 2>/dev/null || :")).doesNotContain("sleep");
	}

}
