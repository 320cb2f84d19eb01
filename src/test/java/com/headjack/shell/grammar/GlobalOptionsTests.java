package com.headjack.shell.grammar;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.CommandContext;

import com.headjack.shell.NoApplication;
import com.headjack.shell.TestCommandLine;

import java.io.PrintWriter;
import java.io.Writer;

import static org.assertj.core.api.Assertions.assertThat;

class GlobalOptionsTests {

	@Test
	void ofReadsThemWhereverTheyStand() {
		assertThat(of("--debug", "ps", "--profile", "ci")).isEqualTo(new GlobalOptions(true, "ci"));
		assertThat(of("ps", "--profile=ci")).isEqualTo(new GlobalOptions(false, "ci"));
		assertThat(of("ps")).isEqualTo(GlobalOptions.NONE);
	}

	@Test
	void ofLeavesOutWhatIsPassedOn() {
		assertThat(of("exec", "x", "--", "make", "--debug", "--profile", "y")).isEqualTo(GlobalOptions.NONE);
	}

	@Test
	void profileOrPrefersTheOption() {
		assertThat(new GlobalOptions(false, "ci").profileOr(Optional.of("dev"))).hasValue("ci");
		assertThat(GlobalOptions.NONE.profileOr(Optional.of("dev"))).hasValue("dev");
		assertThat(GlobalOptions.NONE.profileOr(Optional.empty())).isEmpty();
	}

	private static GlobalOptions of(String... argv) {
		CommandTable table = TestCommandLine.of(NoApplication.INSTANCE).table();
		return GlobalOptions.of(new Invocation(new CommandContext(new ArgvParser(table).parse(List.of(argv)), table,
				new PrintWriter(Writer.nullWriter()), new InputReader() {
				})));
	}

}
