package com.headjack.shell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.headjack.agent.AgentCatalog;
import com.headjack.journal.LoginEvent;
import com.headjack.journal.LoginJournal;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.Option;
import com.headjack.shell.grammar.Parameter;
import com.headjack.shell.grammar.Words;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Table;

/**
 * The command for the record of what happened to logins.
 */
final class JournalCommand {

	private static final List<Integer> LEAST_IMPORTANT = List.of(5, 4, 3);

	private final LoginJournal journal;

	private final AgentCatalog catalog;

	private final Output output;

	JournalCommand(LoginJournal journal, AgentCatalog catalog, Output output) {
		this.journal = journal;
		this.catalog = catalog;
		this.output = output;
	}

	static List<CommandDefinition> commands(Application application, SharedOptions shared) {
		CommandGroup<JournalCommand> group = CommandGroup.of(AuthCommands.GROUP,
				() -> application.get(JournalCommand.class));
		return List.of(group.command("auth log", "Show what happened to logins, without their secrets")
			.takes(Parameter.optional("AGENT", Words.from(shared.live()::agents)))
			.with(Option.valued("lines", 'n', "COUNT", "show this many of the last events (100)"), shared.output())
			.examples("hjk auth log", "hjk auth log codex -n 10", "hjk auth log -o json")
			.calls(JournalCommand::log));
	}

	int log(Invocation invocation) {
		boolean json = Listing.json(invocation);
		int count = invocation.option("lines").map(LogOptions::count).orElse(LogOptions.LINES);
		Optional<String> agent = invocation.argument(0);
		List<LoginEvent> events = this.journal.read()
			.stream()
			.filter((event) -> agent.isEmpty() || event.agent().equals(agent.get()))
			.toList();
		if (events.isEmpty()) {
			// A name that was mistyped is no agent's.
			agent.ifPresent(this.catalog::get);
		}
		List<LoginEvent> last = events.subList(Math.max(0, events.size() - count), events.size());
		if (json) {
			Listing.print(this.output, last.stream().map(JournalCommand::members).toList());
		}
		else {
			print(last);
		}
		return ExitCodes.DONE;
	}

	private void print(List<LoginEvent> events) {
		if (events.isEmpty()) {
			this.output.result("No events found");
			return;
		}
		Table table = Table.shortening(LEAST_IMPORTANT, "TIME", "EVENT", "AGENT", "ACCOUNT", "LOGIN", "WHERE");
		events.forEach((event) -> table.row(event.time().toString(), words(event.kind()), event.agent(),
				event.account(), Objects.requireNonNullElse(event.login(), "-"), where(event)));
		table.print(this.output);
	}

	private static String words(LoginEvent.Kind kind) {
		return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	private static String where(LoginEvent event) {
		String place = Stream.of(event.branch(), event.session())
			.filter(Objects::nonNull)
			.collect(Collectors.joining("/"));
		String all = Stream.of(place, Objects.requireNonNullElse(event.detail(), ""))
			.filter((text) -> !text.isEmpty())
			.collect(Collectors.joining(": "));
		return all.isEmpty() ? "-" : all;
	}

	private static Map<String, Object> members(LoginEvent event) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("time", event.time().toString());
		members.put("event", words(event.kind()).replace(' ', '-'));
		members.put("agent", event.agent());
		members.put("account", event.account());
		members.put("login", event.login());
		members.put("branch", event.branch());
		members.put("session", event.session());
		members.put("detail", event.detail());
		return members;
	}

}
