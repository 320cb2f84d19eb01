package com.headjack.shell;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.shell.command.Application;
import com.headjack.shell.grammar.GlobalOptions;

import static org.assertj.core.api.Assertions.assertThat;

class CommandLineTests {

	private final TestCommandLine line = TestCommandLine.of(NoApplication.INSTANCE);

	@ParameterizedTest
	@ValueSource(strings = { "--version", "-V", "-v", "version" })
	void runOfVersionPrintsIt(String word) {
		assertThat(this.line.run(word)).isZero();
		assertThat(this.line.results()).startsWith("headjack ").contains("commit: ", "built: ");
	}

	@Test
	void runOfHelpListsEveryCommandThatIsShown() {
		assertThat(this.line.run("help")).isZero();
		assertThat(this.line.results()).contains("Credentials:", "  auth migrate ", "Sessions:", "  kill ")
			.doesNotContain("  complete ", "  launcher ", "  script ");
	}

	@Test
	void runOfHelpForACommandShowsUsageOptionsAndExamples() {
		assertThat(this.line.run("help", "ls")).isZero();
		assertThat(this.line.results()).contains("usage: hjk ps [BRANCH] [OPTIONS]", "alias: ls", "-a, --all",
				"--profile NAME", "  hjk ps -a -o json");
	}

	@Test
	void runOfVersionAsJsonPrintsAnObject() {
		assertThat(this.line.run("version", "-o", "json")).isZero();
		assertThat(JsonMapper.shared().readTree(this.line.results()).propertyNames()).containsExactly("version",
				"commit", "built");
	}

	@Test
	void runOfHelpForACommandNamesTheLongerOnes() {
		assertThat(this.line.run("help", "auth")).isZero();
		assertThat(this.line.results()).contains("See also:\n", "  hjk auth remove ", "  hjk auth migrate ");
	}

	@Test
	void runOfHelpForAMistypedCommandSuggestsTheCommand() {
		assertThat(this.line.run("help", "auth", "stauts")).isEqualTo(2);
		assertThat(this.line.messages()).contains("hint: did you mean 'hjk help auth status'?");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "--foo|unknown option \"--foo\"|run 'hjk help'", "-z|unknown option \"-z\"|run 'hjk help'",
					"--vresion|unknown option|did you mean '--version'?",
					"vresion|unknown command|did you mean 'version'?",
					"image bild|unknown command \"image bild\"|there is 'hjk image build'",
					"ps --version|unknown option|run 'hjk help ps'", "stop|BRANCH is missing|usage: hjk stop",
					"help image|\"image\" is not a whole command|run 'hjk help image build'",
					"help nonsense|unknown command|run 'hjk help'", "completion csh|no completion for|use bash" })
	void runWhenWrongSaysSoWithoutTheApplication(String words, String error, String hint) {
		assertThat(this.line.run(words.split(" "))).isEqualTo(2);
		assertThat(this.line.messages().lines()).hasSize(2);
		assertThat(this.line.messages()).startsWith("error: ").contains(error, "\nhint: ", hint);
	}

	@Test
	void runWhenAWordIsNotUtf8NamesByteAndLocale() {
		assertThat(this.line.run("run", "m\udcfcller")).isEqualTo(2);
		assertThat(this.line.messages()).contains("argument 2 holds the byte 0xFC, which is not UTF-8", "UTF-8 locale");
		assertThat(this.line.standsAlone("run", "m\udcfcller")).isTrue();
	}

	@Test
	void runWhenStdoutIsFullFailsAndSaysWhy() {
		TestCommandLine full = TestCommandLine.ofFullDisk();
		assertThat(full.run("version")).isEqualTo(1);
		assertThat(full.messages()).startsWith("error: cannot write to stdout: No space left on device")
			.contains("hint: ");
	}

	@ParameterizedTest
	@CsvSource({ "version,true", "ps --help,true", "nonsense,true", "ps --bogus,true", "complete -- run,true",
			"ps,false", "auth status,false", "config,true", "@setup.hjk,false", "-,false", "--debug,false" })
	void standsAloneWhenNothingOfTheApplicationIsNeeded(String words, boolean alone) {
		assertThat(this.line.standsAlone(words.split(" "))).isEqualTo(alone);
	}

	@Test
	void runWithoutATerminalAndWordsShowsTheHelp() {
		assertThat(this.line.run()).isZero();
		assertThat(this.line.results()).contains("usage: hjk COMMAND");
	}

	@Test
	void runWhenTheApplicationDoesNotStartPrintsWhyAndNoStackTrace() {
		TestCommandLine broken = TestCommandLine.of(new BrokenApplication());
		assertThat(broken.run("ps")).isEqualTo(4);
		assertThat(broken.messages()).isEqualToNormalizingNewlines("error: broken\nhint: mend it\n");
	}

	private static final class BrokenApplication implements Application {

		@Override
		public void configure(GlobalOptions options) {
			// It does not start however it is configured.
		}

		@Override
		public <T> T get(Class<T> type) {
			throw new HeadjackException(FailureKind.UNAVAILABLE, "broken", "mend it");
		}

		@Override
		public void stop() {
			// It has not started.
		}

	}

}
