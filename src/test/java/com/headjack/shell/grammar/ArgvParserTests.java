package com.headjack.shell.grammar;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArgvParserTests {

	private final ArgvParser parser = new ArgvParser(Grammar.COMMANDS);

	@Test
	void parseKeepsEveryWordAsItIs() {
		Invocation invocation = parse("run", "feat/x", "fix the \"login\"; $HOME", "--agent", "claude", "-d");
		assertThat(invocation.syntax()).isSameAs(Grammar.RUN);
		assertThat(invocation.arguments()).containsExactly("feat/x", "fix the \"login\"; $HOME");
		assertThat(invocation.options()).isEqualTo(Map.of("agent", "claude", "detach", "true"));
	}

	@Test
	void parseTakesOptionsAnywhereAndInEveryForm() {
		assertThat(parse("--agent=codex", "run", "-dn", "a", "feat/x").options())
			.isEqualTo(Map.of("agent", "codex", "detach", "true", "name", "a"));
		assertThat(parse("logs", "x", "y", "-n5", "-f").options()).isEqualTo(Map.of("lines", "5", "follow", "true"));
		assertThat(parse("agent", "x", "--prompt=-d").option("prompt")).hasValue("-d");
		assertThat(parse("agent", "x", "-p", "- a list").option("prompt")).hasValue("- a list");
	}

	@Test
	void parsePassesOnWhatStandsBehindTheHyphens() {
		Invocation invocation = parse("agent", "feat/x", "claude", "-d", "--", "--help", "auth", "--", "-d");
		assertThat(invocation.arguments()).containsExactly("feat/x", "claude");
		assertThat(invocation.passedOn()).containsExactly("--help", "auth", "--", "-d");
		assertThat(invocation.flag("help")).isFalse();
	}

	@Test
	void parseFindsTheLongestCommand() {
		assertThat(parse("auth", "-o", "json", "status").syntax()).isSameAs(Grammar.AUTH_STATUS);
		assertThat(parse("auth", "claude", "--status").syntax()).isSameAs(Grammar.AUTH);
		assertThat(parse("ls", "-a").syntax()).isSameAs(Grammar.PS);
		assertThat(parse().syntax()).isSameAs(Grammar.SHELL);
		assertThat(parse("--help").syntax()).isSameAs(Grammar.HELP);
		assertThat(parse("@a").syntax()).isSameAs(Grammar.SCRIPT);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "agnet x|unknown command \"agnet\"|did you mean 'agent'?",
			"run x --agnet y|unknown option \"--agnet\"|did you mean '--agent'?",
			"run x --bogus|unknown option \"--bogus\"|run 'hjk help run' for the options, and put '--' before what is not for hjk",
			"auth|AGENT is missing|usage: hjk auth AGENT [OPTIONS]",
			"stop a b|unexpected argument \"b\"|usage: hjk stop BRANCH",
			"stop a -- b|nothing may stand behind '--' here|usage: hjk stop BRANCH",
			"ps --all=yes|option --all takes no value|write --all alone",
			"run x --agent -d|option --agent needs a value|if \"-d\" is the value, write --agent=-d" })
	void parseWhenWrongSaysWhatAndWhatWasMeant(String line, String message, String remedy) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> parse(line.split(" ")))
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.remedy()).hasValue(remedy));
	}

	@Test
	void helpIsGivenWhateverIsMissing() {
		assertThat(parse("run", "--help").flag("help")).isTrue();
	}

	@Test
	void optionsOfOneFamilyTakeAValueAlike() {
		for (CommandSyntax syntax : Grammar.COMMANDS) {
			Grammar.COMMANDS.stream()
				.filter((other) -> other.words().getFirst().equals(syntax.words().getFirst()))
				.flatMap(CommandSyntax::allOptions)
				.forEach((option) -> syntax.option("--" + option.name())
					.ifPresent((same) -> assertThat(same.takesValue()).isEqualTo(option.takesValue())));
		}
	}

	@Test
	void invocationComesBackFromSpringShellsInput() {
		Invocation invocation = parse("agent", "feat/x", "-d", "--", "--", "-x y", "");
		assertThat(Invocation.of(invocation.syntax(), invocation.toParsedInput())).isEqualTo(invocation);
	}

	@Test
	void everyCommandHasExamplesThatItUnderstands() {
		assertThat(Grammar.COMMANDS).allSatisfy((syntax) -> assertThat(syntax.examples()).isNotEmpty());
	}

	private Invocation parse(String... argv) {
		return this.parser.parse(List.of(argv));
	}

}
