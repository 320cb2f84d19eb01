package com.headjack.shell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentId;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceException;
import com.headjack.shell.grammar.CommandDefinition;
import com.headjack.shell.grammar.CommandGroup;
import com.headjack.shell.grammar.Invocation;
import com.headjack.shell.grammar.Option;
import com.headjack.shell.grammar.Parameter;
import com.headjack.shell.grammar.UsageException;
import com.headjack.shell.grammar.Words;
import com.headjack.shell.terminal.ExitCodes;
import com.headjack.shell.terminal.Output;
import com.headjack.trust.Agreement;
import com.headjack.trust.Finding;
import com.headjack.trust.Place;
import com.headjack.trust.Trust;
import com.headjack.trust.TrustQuestion.Answer;

/**
 * The command for the trust in settings of repositories.
 */
final class TrustCommands {

	private final CurrentRepository current;

	private final AgentCatalog catalog;

	private final Trust trust;

	private final TrustDialog dialog;

	private final AgreementListing listing;

	private final Output output;

	TrustCommands(CurrentRepository current, AgentCatalog catalog, Trust trust, TrustDialog dialog, Output output) {
		this.current = current;
		this.catalog = catalog;
		this.trust = trust;
		this.dialog = dialog;
		this.listing = new AgreementListing(output);
		this.output = output;
	}

	static List<CommandDefinition> commands(Application application, SharedOptions shared) {
		LiveValues live = shared.live();
		CommandGroup<TrustCommands> group = CommandGroup.of("Instances", () -> application.get(TrustCommands.class));
		return List.of(group.command("trust", "Review and trust a repository's settings that can misuse a login")
			.takes(Parameter.optional("BRANCH", Words.from(live::instances)))
			.with(Option.flag("yes", 'y', "trust them without being asked"),
					Option.flag("list", 'l', "list what you have trusted, in all repositories"),
					Option.valued("remove", ' ', "ID", "withdraw the agreement with this ID, or 'all'")
						.completedBy(Words.from(live::agreements)),
					shared.output())
			.examples("hjk trust feat/auth", "hjk trust --list", "hjk trust --remove all")
			.calls(TrustCommands::trust));
	}

	int trust(Invocation invocation) {
		boolean json = Listing.json(invocation);
		Optional<String> remove = invocation.option("remove");
		requireOneThing(invocation);
		if (remove.isPresent()) {
			return remove(remove.get());
		}
		if (invocation.flag("list")) {
			this.listing.print(this.trust.agreements(), json);
			return ExitCodes.DONE;
		}
		List<Instance> instances = invocation.argument(0)
			.map((branch) -> List.of(instance(branch)))
			.orElseGet(this.current::instances);
		if (json && invocation.flag("yes")) {
			instances.forEach((instance) -> this.trust.agree(open(look(instance).toList())));
		}
		return json ? print(instances) : agree(instances, invocation.flag("yes"));
	}

	private static void requireOneThing(Invocation invocation) {
		boolean list = invocation.flag("list");
		boolean remove = invocation.option("remove").isPresent();
		boolean review = invocation.argument(0).isPresent() || invocation.flag("yes");
		if ((list && remove) || (review && (list || remove))) {
			throw new UsageException("--list and --remove cannot be combined with each other, a branch or --yes",
					"usage: " + invocation.command().usage());
		}
	}

	private Instance instance(String branch) {
		try {
			return this.current.kept(branch);
		}
		catch (InstanceException ex) {
			if (this.catalog.ids().stream().map(AgentId::value).anyMatch(branch::equals)) {
				throw new UsageException("\"" + branch + "\" is an agent, not a branch",
						"'hjk trust BRANCH' looks at the settings for all agents");
			}
			throw ex;
		}
	}

	private int print(List<Instance> instances) {
		Listing.print(this.output, instances.stream().flatMap((instance) -> look(instance).map((finding) -> {
			Map<String, Object> members = new LinkedHashMap<>();
			members.put("branch", instance.branch().toString());
			members.put("agent", finding.agent());
			members.put("file", finding.file());
			members.put("effects", finding.effects());
			members.put("trusted", this.trust.agreed(finding));
			return members;
		})).toList());
		return ExitCodes.DONE;
	}

	private int agree(List<Instance> instances, boolean yes) {
		if (instances.isEmpty()) {
			this.output.result("No instances found");
		}
		int code = ExitCodes.DONE;
		for (Instance instance : instances) {
			code = Math.max(code, agree(instance, yes));
		}
		return code;
	}

	private int agree(Instance instance, boolean yes) {
		List<Finding> findings = look(instance).toList();
		List<Finding> open = open(findings);
		if (open.isEmpty()) {
			this.output.result(findings.isEmpty()
					? "Branch %s has no settings that can misuse a login".formatted(instance.branch())
					: "Branch %s has only settings that you trust".formatted(instance.branch()));
			return ExitCodes.DONE;
		}
		open.stream()
			.collect(Collectors.groupingBy(Finding::agent, LinkedHashMap::new, Collectors.toList()))
			.forEach(this.dialog::show);
		Answer answer = yes ? Answer.YES
				: this.dialog.ask("Trust these files of branch %s as they are?".formatted(instance.branch()));
		return switch (answer) {
			case YES -> {
				this.trust.agree(open);
				this.output.result("Trusted %s of branch %s".formatted(files(open), instance.branch()));
				yield ExitCodes.DONE;
			}
			case NO -> {
				this.output.message("Trusted nothing of branch " + instance.branch());
				yield ExitCodes.FAILED;
			}
			case NOBODY -> throw new HeadjackException(FailureKind.NOT_FOUND,
					"there is no terminal to ask you about " + files(open), "add --yes to trust them");
		};
	}

	private List<Finding> open(List<Finding> findings) {
		return findings.stream().filter((finding) -> !this.trust.agreed(finding)).toList();
	}

	private Stream<Finding> look(Instance instance) {
		Place place = new Place(instance.repositoryId(), instance.repository(), instance.worktree());
		return this.catalog.ids()
			.stream()
			.map(AgentId::value)
			.map(this.catalog::get)
			.flatMap((profile) -> this.trust.look(place, profile, null).stream());
	}

	private int remove(String id) {
		List<Agreement> named = this.trust.agreements()
			.stream()
			.filter((agreement) -> id.equals("all") || agreement.isNamed(id))
			.toList();
		if (!id.equals("all") && named.size() != 1) {
			throw named.isEmpty()
					? new HeadjackException(FailureKind.NOT_FOUND, "there is no agreement \"" + id + "\"",
							"'hjk trust --list' lists them")
					: new UsageException("several agreements begin with \"" + id + "\"", "give more of the ID");
		}
		named.forEach(this.trust::withdraw);
		this.output.result(named.isEmpty() ? "No agreements found"
				: "Removed " + named.size() + ((named.size() == 1) ? " agreement" : " agreements"));
		return ExitCodes.DONE;
	}

	private static String files(List<Finding> findings) {
		return findings.stream().map(Finding::file).distinct().limit(5).collect(Collectors.joining(", "));
	}

}
