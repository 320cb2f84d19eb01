package com.headjack.shell.grammar;

import java.util.List;
import java.util.stream.Stream;

import org.jline.reader.CompletingParsedLine;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.shell.core.command.availability.Availability;

import static org.assertj.core.api.Assertions.assertThat;

class CompletionTests {

	private final CommandGroup<CompletionTests> group = CommandGroup.standingAlone("Test", this);

	private final CommandTable table = new CommandTable().register(List.of(
			this.group.command("auth", "Log in")
				.takes(Parameter.required("AGENT", Words.of("claude", "codex")))
				.with(Option.valued("account", 'c', "NAME", "account")
					.completedBy((arguments) -> arguments.stream().map((argument) -> argument + "-work")))
				.calls((_, _) -> 0),
			this.group.command("auth status", "List").calls((_, _) -> 0),
			this.group.command("ps", "List")
				.alias("ls")
				.takes(Parameter.optional("BRANCH", Words.from(() -> Stream.of("feat/x", "fix"))),
						Parameter.optional("SESSION", Words.ofFirst((branch) -> Stream.of(branch + "-a"))))
				.with(Option.flag("all", 'a', "all"))
				.calls((_, _) -> 0),
			this.group.command("secret", "Hidden").hidden().calls((_, _) -> 0),
			this.group.command("later", "Unavailable")
				.available(() -> Availability.unavailable("not now"))
				.calls((_, _) -> 0)));

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "||auth ps ls", "|p|ps", "auth||status claude codex", "auth|cl|claude",
					"auth claude --account||claude-work", "auth claude -c|claude-w|claude-work", "auth|--acc|--account",
					"auth claude|--account=c|--account=claude-work", "auth claude --account =||claude-work",
					"auth claude --account|=|claude-work", "ps|fe|feat/x", "ls|fi|fix", "ps --all|fe|feat/x",
					"ps feat/x||feat/x-a", "ps|--|--all --help --debug --profile", "nonsense|x|", "ps -- |x|",
					"--profile|x|", "secret||", "ps fix fix-a||" })
	void completeListsTheWordsThatMayFollow(String before, String typed, String words) {
		List<String> typedBefore = (before == null) ? List.of() : List.of(before.split(" "));
		assertThat(String.join(" ", new Completion(this.table).complete(typedBefore, (typed == null) ? "" : typed)))
			.isEqualTo((words == null) ? "" : words);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', value = { "feat/tä,feat/tä", "feat/日本,feat/日本", "feat/a b,'feat/a b'", "#1,'#1'" })
	void wordInTheShellIsQuotedAtNeed(String word, String quoted) {
		ParsedLine line = new LineParser().parse("ps ", 3, Parser.ParseContext.COMPLETE);
		assertThat(line).isInstanceOfSatisfying(CompletingParsedLine.class,
				(typed) -> assertThat(typed.escape(word, true)).hasToString(quoted));
	}

	@Test
	void scriptsHoldTheCommandsThatAreShown() {
		for (String shell : List.of("bash", "zsh", "fish")) {
			assertThat(CompletionScript.of(shell, this.table)).contains("auth ps ls").doesNotContain("COMMANDS");
		}
	}

	@Test
	void launcherTableHoldsTheCommandsThatNeedTheApplication() {
		CommandGroup<CompletionTests> needing = CommandGroup.of("Test", () -> this);
		this.table.register(List.of(needing.command("run", "Run")
			.takes(Parameter.required("BRANCH", Words.any()), Parameter.repeated("WORD", Words.any()))
			.with(Option.valued("image", 'i', "IMAGE", "image"))
			.passesOn("WORDS")
			.calls((_, _) -> 0)));
		assertThat(LauncherTable.of(this.table)).doesNotContain("'auth'", "'ps'")
			.contains("'run') least=1 most=999 flags=' --debug ' valued=' -i --image --profile ' rest=any ;;");
	}

}
