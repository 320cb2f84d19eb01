package com.headjack.shell.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.HeadjackException;
import com.headjack.instance.Instance;
import com.headjack.renewal.Renewals;
import com.headjack.renewal.Renewed;
import com.headjack.session.FormerLogins;
import com.headjack.session.Session;
import com.headjack.session.SessionLogin;
import com.headjack.session.SessionPlace;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.Option;
import com.headjack.shell.grammar.Parameter;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.grammar.Words;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.InterruptedByUserException;
import com.headjack.shell.terminal.Output;

/**
 * The command that keeps the stored logins and those in containers the same.
 */
final class SyncCommand {

	private final CurrentRepository current;

	private final Renewals renewals;

	private final FormerLogins former;

	private final Output output;

	SyncCommand(CurrentRepository current, Renewals renewals, FormerLogins former, Output output) {
		this.current = current;
		this.renewals = renewals;
		this.former = former;
		this.output = output;
	}

	static List<CommandDefinition> commands(Application application, SharedOptions shared) {
		CommandGroup<SyncCommand> group = CommandGroup.of(AuthCommands.GROUP, () -> application.get(SyncCommand.class));
		return List.of(group.command("auth sync", "Take back logins that agents have renewed, and give them to all")
			.takes(Parameter.optional("BRANCH", Words.from(shared.live()::instances)))
			.with(Option.flag("watch", 'w', "go on until Ctrl-C"), shared.output())
			.examples("hjk auth sync", "hjk auth sync feat/auth", "hjk auth sync --watch")
			.calls(SyncCommand::sync));
	}

	int sync(Invocation invocation) {
		boolean json = Listing.json(invocation);
		if (invocation.flag("watch")) {
			if (json) {
				throw new UsageException("--watch cannot be combined with --output json",
						"usage: " + invocation.command().usage());
			}
			return watch(invocation.argument(0));
		}
		List<Instance> all = this.current.allInstances();
		List<Renewed> renewed = exchange(invocation.argument(0), all);
		List<SessionPlace> outdated = this.former.find(all);
		if (json) {
			Listing.print(this.output,
					Stream
						.concat(renewed.stream().map(SyncCommand::members), outdated.stream().map(SyncCommand::members))
						.toList());
		}
		else {
			print(renewed, outdated, nothing(invocation.argument(0), all));
		}
		boolean silent = renewed.stream().anyMatch((one) -> one.outcome() == Renewed.Outcome.SILENT);
		return silent ? ExitCodes.FAILED : ExitCodes.DONE;
	}

	private List<Renewed> exchange(Optional<String> branch, List<Instance> all) {
		List<Renewed> renewed = new ArrayList<>(collect(branch, all));
		renewed.addAll(this.renewals.give(all));
		return renewed;
	}

	private List<Renewed> collect(Optional<String> branch, List<Instance> all) {
		return this.renewals.collect(branch.map(this.current::instance).map(List::of).orElse(all));
	}

	private static String nothing(Optional<String> branch, List<Instance> all) {
		if (branch.isPresent()) {
			return "No login has changed in branch \"" + branch.get() + "\"";
		}
		return all.stream().anyMatch(Instance::running) ? "No login has changed in the running instances"
				: "No instance is running";
	}

	private void print(List<Renewed> renewed, List<SessionPlace> outdated, String nothing) {
		if (renewed.isEmpty() && outdated.isEmpty()) {
			this.output.result(nothing);
		}
		renewed.stream().map(Renewed::line).forEach(this.output::result);
		outdated.stream().map(SyncCommand::line).forEach(this.output::result);
	}

	private static String line(SessionPlace place) {
		Session session = place.session();
		return "session %s of branch \"%s\" has a former login of %s: end it with 'hjk kill %s/%s', and start a new one"
			.formatted(session.name(), place.instance().branch(), session.type(), place.instance().quotedBranch(),
					session.name());
	}

	private static Map<String, Object> members(Renewed renewed) {
		return members(renewed.instance(), renewed.account().agent().value(), renewed.account().label(),
				renewed.outcome().words().replace(' ', '-'), null);
	}

	private static Map<String, Object> members(SessionPlace place) {
		Session session = place.session();
		String account = Optional.ofNullable(session.login()).map(SessionLogin::account).orElse("");
		return members(place.instance(), session.type(), account, "restart", session.name().value());
	}

	private static Map<String, Object> members(Instance instance, String agent, String account, String outcome,
			@Nullable String session) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("instance", instance.id().value());
		members.put("branch", instance.branch().toString());
		members.put("agent", agent);
		members.put("account", account);
		members.put("outcome", outcome);
		members.put("session", session);
		return members;
	}

	/**
	 * Goes on until the user ends it. What cannot be done now may work later.
	 */
	private int watch(Optional<String> branch) {
		Set<String> told = new HashSet<>();
		SyncPace pace = new SyncPace();
		this.output.message("Looking after the logins in running instances until Ctrl-C");
		while (!this.output.broken()) {
			Set<String> lines = new HashSet<>(pace.timed(() -> look(branch, pace)));
			lines.stream().filter((line) -> !told.contains(line)).forEach(this.output::result);
			this.output.flush();
			told.retainAll(lines);
			told.addAll(lines);
			pause(pace.pause());
		}
		return ExitCodes.READER_GONE;
	}

	private List<String> look(Optional<String> branch, SyncPace pace) {
		try {
			return this.renewals.areIdle() ? List.of()
					: look(branch, this.current.everywhere().instances(), pace).stream().map(Renewed::line).toList();
		}
		catch (HeadjackException ex) {
			return List.of("warning: " + ex.getMessage());
		}
	}

	private List<Renewed> look(Optional<String> branch, List<Instance> all, SyncPace pace) {
		if (all.stream().noneMatch(Instance::running)) {
			pace.rest();
		}
		List<Renewed> renewed = new ArrayList<>(collect(branch, all));
		if (pace.gives(!renewed.isEmpty())) {
			renewed.addAll(this.renewals.give(all));
		}
		return renewed;
	}

	private static void pause(Duration pause) {
		try {
			Thread.sleep(pause);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedByUserException(ex);
		}
	}

}
