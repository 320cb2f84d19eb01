package com.headjack.shell.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import com.headjack.instance.ContainerOrder;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceStatus;
import com.headjack.session.Program;
import com.headjack.session.Session;
import com.headjack.session.SessionPlace;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.Option;
import com.headjack.shell.grammar.Parameter;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.grammar.Words;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.text.ShellWord;
import com.headjack.work.Assignment;
import com.headjack.work.Work;
import com.headjack.work.WorkEnd;
import com.headjack.worktree.BranchName;
import com.headjack.worktree.Repository;
import com.headjack.worktree.Returned;

/**
 * The commands for instances.
 */
final class InstanceCommands {

	private final CurrentRepository current;

	private final Work work;

	private final WorkEnd end;

	private final InstanceListing listing;

	private final SessionViewer viewer;

	private final Consent consent;

	private final LaunchMessages messages;

	InstanceCommands(CurrentRepository current, Work work, WorkEnd end, InstanceListing listing, SessionViewer viewer,
			Consent consent, LaunchMessages messages) {
		this.current = current;
		this.work = work;
		this.end = end;
		this.listing = listing;
		this.viewer = viewer;
		this.consent = consent;
		this.messages = messages;
	}

	static List<CommandDefinition> commands(Application application, SharedOptions shared) {
		LiveValues live = shared.live();
		CommandGroup<InstanceCommands> group = CommandGroup.of("Instances",
				() -> application.get(InstanceCommands.class));
		return List.of(
				group.command("run", "Prepare a branch's instance; with --agent, start an agent in it")
					.takes(Parameter.required("BRANCH", Words.from(live::branches)),
							Parameter.optional("PROMPT", Words.any()))
					.with(shared.image(), shared.engine("make the container on this engine; see 'hjk engine list'"),
							Option.flag("with-changes", ' ', "take uncommitted files along, as to a new branch"),
							Option.valued("agent", 'a', "AGENT", "start this agent")
								.completedBy(Words.from(live::agents)),
							shared.prompt(), shared.account(), shared.name(), shared.detach(), shared.trust(),
							shared.anyway())
					.passesOn("FLAGS")
					.examples("hjk run feat/auth", "hjk run feat/auth --agent claude -d \"fix the login\"",
							"hjk run feat/auth --agent claude -- --model opus")
					.calls(InstanceCommands::run),
				group.command("ps", "List the instances of this repository, or the sessions of one instance")
					.alias("ls")
					.takes(Parameter.optional("BRANCH", Words.from(live::instances)))
					.with(Option.flag("all", 'a', "list the instances of all repositories"), shared.output())
					.examples("hjk ps", "hjk ps feat/auth", "hjk ps -a -o json")
					.calls(InstanceCommands::ps),
				group.command("start", "Start the stopped container of an instance, without starting an agent")
					.takes(shared.instance())
					.examples("hjk start feat/auth")
					.calls(InstanceCommands::start),
				group.command("stop", "Stop the container of an instance; its worktree stays")
					.takes(shared.instance())
					.with(shared.force("do not ask; end running agents"))
					.examples("hjk stop feat/auth")
					.calls(InstanceCommands::stop),
				group.command("pull", "Bring an instance's work back from a container with a copy of the repository")
					.takes(shared.instance())
					.examples("hjk pull feat/auth")
					.calls(InstanceCommands::pull),
				group
					.command("recreate",
							"Replace an instance's container; its worktree and logs stay, its sessions end")
					.takes(shared.instance())
					.with(shared.image(), shared.force("do not ask; end running agents"))
					.examples("hjk recreate feat/auth", "hjk recreate feat/auth --image headjack/agent:latest")
					.calls(InstanceCommands::recreate),
				group.command("rm", "Remove the container, worktree and logs of an instance; its branch stays")
					.takes(shared.instance())
					.with(shared.force("do not ask; drop uncommitted and unpushed work"))
					.examples("hjk rm feat/auth", "hjk rm feat/auth -f")
					.calls(InstanceCommands::remove));
	}

	int run(Invocation invocation) {
		BranchName branch = BranchName.of(invocation.required(0));
		Repository repository = this.current.get();
		Optional<Program> program = program(invocation);
		if (program.isEmpty()) {
			try (LaunchMessages log = this.messages) {
				this.work.open(repository, branch, order(invocation), log);
			}
			return ExitCodes.DONE;
		}
		this.viewer.requireTerminal(invocation);
		SessionPlace place;
		try (LaunchMessages log = this.messages) {
			place = this.work.begin(new Assignment(repository, branch, order(invocation), program.get(),
					SessionViewer.name(invocation)), log);
		}
		return this.viewer.present(place, invocation);
	}

	int ps(Invocation invocation) {
		boolean json = Listing.json(invocation);
		Optional<String> branch = invocation.argument(0);
		if (branch.isPresent()) {
			this.listing.sessions(this.current.instance(branch.get()), json);
		}
		else if (invocation.flag("all")) {
			this.listing.allInstances(this.current.allInstances(), json);
		}
		else {
			this.listing.instances(this.current.instances(), json);
		}
		return ExitCodes.DONE;
	}

	int start(Invocation invocation) {
		Instance instance = this.current.toStartIn(invocation.required(0));
		try (LaunchMessages log = this.messages) {
			this.work.resume(instance, log);
		}
		return this.messages.done((instance.running() ? "Instance %s is already running" : "Started instance %s")
			.formatted(instance.id()));
	}

	int stop(Invocation invocation) {
		Instance instance = this.current.instance(invocation.required(0));
		try (LaunchMessages log = this.messages) {
			if (!this.end.stop(instance, ending(invocation, instance), log)) {
				return ExitCodes.FAILED;
			}
		}
		return this.messages.done(stopped(instance.status()).formatted(instance.id()));
	}

	private static String stopped(InstanceStatus before) {
		return switch (before) {
			case STOPPED -> "Instance %s was already stopped";
			case MISSING, UNREACHABLE -> "Instance %s has no container to stop";
			case RUNNING, PAUSED, MOVED, ORPHANED -> "Stopped instance %s";
		};
	}

	int pull(Invocation invocation) {
		Instance instance = this.current.instance(invocation.required(0));
		Returned returned;
		try (LaunchMessages log = this.messages) {
			returned = this.end.pull(instance, log);
		}
		if (!instance.copied()) {
			return this.messages
				.done("Instance %s works on this machine's files: there is nothing to bring".formatted(instance.id()));
		}
		if (returned.aside().isPresent()) {
			return ExitCodes.FAILED;
		}
		return this.messages.done((returned.commits() == 0)
				? "Branch %s has no new commits".formatted(instance.branch()) : "Branch %s has %s new commit%s"
					.formatted(instance.branch(), returned.commits(), (returned.commits() == 1) ? "" : "s"));
	}

	int recreate(Invocation invocation) {
		Repository repository = this.current.get();
		Instance instance = this.current.instance(invocation.required(0));
		try (LaunchMessages log = this.messages) {
			if (!this.end.recreate(repository, instance, image(invocation), ending(invocation, instance), log)) {
				return ExitCodes.FAILED;
			}
		}
		return this.messages.done("Recreated instance " + instance.id());
	}

	int remove(Invocation invocation) {
		Repository repository = this.current.get();
		Instance instance = this.current.instance(invocation.required(0));
		try (LaunchMessages log = this.messages) {
			if (invocation.flag("force")) {
				this.end.removeWithUnsavedWork(repository, instance, log);
			}
			else if (!this.end.remove(repository, instance, (loss) -> this.consent.toRemove(instance, loss), log)) {
				return ExitCodes.FAILED;
			}
		}
		return this.messages.done("Removed instance " + instance.id());
	}

	/**
	 * Asks whether the sessions may end, unless the user has agreed beforehand.
	 */
	private Predicate<List<Session>> ending(Invocation invocation, Instance instance) {
		String command = "hjk %s %s".formatted(invocation.command().getName(),
				ShellWord.quoted(invocation.required(0)));
		return (sessions) -> invocation.flag("force") || this.consent.toEnd(instance, sessions, command);
	}

	private static Optional<Program> program(Invocation invocation) {
		Optional<String> prompt = invocation.option("prompt").or(() -> invocation.argument(1));
		Optional<String> agent = invocation.option("agent");
		if (agent.isEmpty() && prompt.isPresent()) {
			throw new UsageException("a prompt needs an agent", "add --agent claude, for instance");
		}
		if (agent.isEmpty() && !invocation.passedOn().isEmpty()) {
			throw new UsageException("arguments after '--' need an agent", "add --agent claude, for instance");
		}
		return agent.map((name) -> new Program.Agent(name, invocation.option("account").orElse(null),
				prompt.orElse(null), invocation.passedOn(), invocation.flag("trust"), invocation.flag("anyway")));
	}

	private ContainerOrder order(Invocation invocation) {
		return new ContainerOrder(image(invocation), invocation.option("on").orElse(null),
				invocation.flag("with-changes") ? this.current.folder() : null);
	}

	private static @Nullable String image(Invocation invocation) {
		return invocation.option("image").orElse(null);
	}

}
