package com.headjack.shell.grammar;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandOption;

import com.headjack.shell.NoApplication;
import com.headjack.shell.TestCommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArgvParserTests {

	private final CommandTable table = TestCommandLine.of(NoApplication.INSTANCE).table();

	@Test
	void parseKeepsEveryWordAsItIs() {
		Invocation invocation = parse("run", "feat/x", "fix the \"login\"; $HOME", "--agent", "claude", "-d");
		assertThat(invocation.command().getName()).isEqualTo("run");
		assertThat(invocation.arguments()).containsExactly("feat/x", "fix the \"login\"; $HOME");
		assertThat(options(invocation)).isEqualTo(Map.of("agent", "claude", "detach", "true"));
	}

	@Test
	void parseTakesOptionsAnywhereAndInEveryForm() {
		assertThat(options(parse("--agent=codex", "run", "-dn", "a", "feat/x")))
			.isEqualTo(Map.of("agent", "codex", "detach", "true", "name", "a"));
		assertThat(options(parse("logs", "x", "y", "-n5", "-f"))).isEqualTo(Map.of("lines", "5", "follow", "true"));
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

	@ParameterizedTest
	@CsvSource({ "auth -o json status,auth status", "auth claude --status,auth", "ls -a,ps", "'',shell", "--help,help",
			"--version,version", "-v --help,help", "@a,script", "-,script", "shell,shell", "--debug @a,script" })
	void parseFindsTheLongestCommand(String line, String command) {
		assertThat(parse(line.isEmpty() ? new String[0] : line.split(" ")).command().getName()).isEqualTo(command);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "agnet x|unknown command \"agnet\"|did you mean 'agent'?",
			"run x --agnet y|unknown option \"--agnet\"|did you mean '--agent'?",
			"run x --bogus|unknown option \"--bogus\"|run 'hjk help run' for the options; put '--' before words that are not for hjk",
			"auth|AGENT is missing|usage: hjk auth AGENT [OPTIONS]",
			"start a b|unexpected argument \"b\"|usage: hjk start BRANCH",
			"agent b claude hello|unexpected argument \"hello\"|put a prompt in quotes after -p, such as -p \"fix the login\"",
			"kill feat/x b|unexpected argument \"b\"|write 'hjk kill feat/x/b'",
			"auth status a b|unexpected argument \"a\"|usage: hjk auth status [OPTIONS]",
			"auth status claude|unexpected argument \"claude\"|write 'hjk auth claude --status'",
			"ps -o|option -o needs a value|write -o FORMAT: table (the default) or json",
			"run x --image=|the value of option --image is empty|write --image IMAGE: make the container from this image",
			"start a -- b|this command takes nothing after '--'|usage: hjk start BRANCH",
			"ps --all=yes|option --all takes no value|write --all alone",
			"run x --agent -d|option --agent needs a value|if \"-d\" is the value, write --agent=-d" })
	void parseWhenWrongSaysWhatAndWhatWasMeant(String line, String message, String remedy) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> parse(line.split(" ")))
			.withMessage(message)
			.satisfies((ex) -> assertThat(ex.remedy()).hasValue(remedy));
	}

	@ParameterizedTest
	@CsvSource({ "auth stauts,auth status", "auth lgo,auth log", "auth claude,", "auth --status claude,", "ps stauts,",
			"ps," })
	void meantIsTheLongerCommandThatIsNear(String line, @Nullable String meant) {
		assertThat(parse(line.split(" ")).meant()).isEqualTo(Optional.ofNullable(meant));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ps | grep x", "ps | grep -i x", "logs a && ps", "ps >a b", "agnet x ; ps" })
	void parseWhenItFailsForAPipeTellsThatThereIsNone(String line) {
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> parse(line.split(" ")))
			.satisfies((ex) -> assertThat(ex.remedy().orElse("")).startsWith("hjk has no pipes"));
		assertThat(parse("exec", "a", "grep", "|").arguments()).endsWith("|");
	}

	@Test
	void helpIsGivenWhateverIsMissing() {
		assertThat(parse("run", "--help").flag("help")).isTrue();
	}

	@Test
	void parseKeepsWordsThatLookLikeTheDivider() {
		Invocation invocation = parse("agent", "feat/x", "-d", "--", "--", "-x y", "");
		assertThat(invocation.arguments()).containsExactly("feat/x");
		assertThat(invocation.passedOn()).containsExactly("--", "-x y", "");
		assertThat(parse("stop", "a", "--").passedOn()).isEmpty();
	}

	private static Map<String, String> options(Invocation invocation) {
		return invocation.context()
			.parsedInput()
			.options()
			.stream()
			.collect(Collectors.toMap(CommandOption::longName, CommandOption::value));
	}

	private Invocation parse(String... argv) {
		return new Invocation(new CommandContext(new ArgvParser(this.table).parse(List.of(argv)), this.table,
				new PrintWriter(Writer.nullWriter()), new InputReader() {
				}));
	}

}
