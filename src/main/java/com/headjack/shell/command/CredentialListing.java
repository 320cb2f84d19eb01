package com.headjack.shell.command;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.headjack.agent.AgentId;
import com.headjack.credential.Account;
import com.headjack.credential.AccountChoice;
import com.headjack.credential.CredentialFacts;
import com.headjack.credential.CredentialStatus;
import com.headjack.credential.Expiry;
import com.headjack.credential.ExpiryWatch;
import com.headjack.credential.HostCopy;
import com.headjack.credential.Succession;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Table;

/**
 * Lists the stored credentials, without their secrets.
 */
final class CredentialListing {

	private static final List<Integer> LEAST_IMPORTANT = List.of(4, 1);

	private final AccountChoice choice;

	private final WorkingRepository working;

	private final ExpiryWatch watch;

	private final Output output;

	CredentialListing(AccountChoice choice, WorkingRepository working, ExpiryWatch watch, Output output) {
		this.choice = choice;
		this.working = working;
		this.watch = watch;
		this.output = output;
	}

	void print(List<CredentialStatus> statuses, Map<Account, HostCopy> own, boolean json) {
		String here = this.working.id().orElse(null);
		if (json) {
			Listing.print(this.output,
					statuses.stream().map((status) -> members(status, own.get(status.account()), here)).toList());
		}
		else {
			logins(statuses);
			bindings(agents(statuses), here);
			statuses.stream()
				.map(this.watch::look)
				.flatMap(Optional::stream)
				.forEach((notice) -> this.output.message("warning: " + notice.line()));
			own.values()
				.stream()
				.map(HostCopy::advice)
				.filter((advice) -> !advice.isEmpty())
				.forEach((advice) -> this.output.message("hint: " + advice));
			withoutDefault(statuses);
		}
		absent(statuses);
	}

	private void logins(List<CredentialStatus> statuses) {
		boolean expiring = statuses.stream().anyMatch((status) -> status.facts().expiry() != null);
		Table table = expiring
				? Table.shortening(LEAST_IMPORTANT, "AGENT", "ACCOUNT", "METHOD", "BACKEND", "CREDENTIAL", "EXPIRY")
					.lastWhole()
				: Table.shortening(LEAST_IMPORTANT, "AGENT", "ACCOUNT", "METHOD", "BACKEND", "CREDENTIAL");
		statuses.stream()
			.map(this::row)
			.forEach((row) -> table
				.row(row.stream().limit(expiring ? row.size() : row.size() - 1).toArray(String[]::new)));
		table.print(this.output);
	}

	private void bindings(Set<AgentId> agents, @Nullable String here) {
		Table table = Table.shortening(2, "AGENT", "ACCOUNT", "REPOSITORY");
		agents.forEach((agent) -> this.choice.bound(agent)
			.forEach((repository, account) -> table.row(agent.value(), account.label(),
					repository + (repository.equals(here) ? " *" : ""))));
		if (agents.stream().anyMatch((agent) -> !this.choice.bound(agent).isEmpty())) {
			this.output.result("");
			table.print(this.output);
		}
	}

	/**
	 * Tells of accounts that a session would look for in vain.
	 */
	private void absent(List<CredentialStatus> statuses) {
		Set<Account> stored = statuses.stream()
			.filter((status) -> status.method() != null)
			.map(CredentialStatus::account)
			.collect(Collectors.toSet());
		this.choice.absent(agents(statuses), stored::contains)
			.forEach((absent) -> this.output.message("warning: " + absent.line()));
	}

	/**
	 * Tells of agents whose accounts all have to be named.
	 */
	private void withoutDefault(List<CredentialStatus> statuses) {
		statuses.stream()
			.filter((status) -> status.method() != null)
			.collect(Collectors.groupingBy((status) -> status.account().agent(), LinkedHashMap::new,
					Collectors.mapping(CredentialStatus::account, Collectors.toList())))
			.forEach((agent, accounts) -> Optional.of(this.choice.byDefault(agent))
				.filter((usual) -> usual.name() == null && !accounts.contains(usual))
				.ifPresent((_) -> this.output
					.message("hint: no account of %s is the default: 'hjk auth default %s NAME' sets one"
						.formatted(agent, agent))));
	}

	private static Set<AgentId> agents(List<CredentialStatus> statuses) {
		return statuses.stream()
			.map((status) -> status.account().agent())
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private List<String> row(CredentialStatus status) {
		String agent = status.account().agent().value();
		if (status.method() == null) {
			return List.of(agent, "-", "not configured", "-", "-", "-");
		}
		return List.of(agent, status.account().label() + (isDefault(status.account()) ? " *" : ""),
				status.method().toString(), status.backend(), Objects.requireNonNullElse(status.masked(), "-"),
				shown(status.facts()));
	}

	private String shown(CredentialFacts facts) {
		Expiry expiry = facts.expiry();
		if (expiry == null) {
			return facts.renewable() ? "renews itself" : "-";
		}
		return expiry.shown(this.watch.now()) + (facts.renewable() ? ", renews itself" : "");
	}

	private Map<String, Object> members(CredentialStatus status, @Nullable HostCopy own, @Nullable String here) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("agent", status.account().agent().value());
		members.put("configured", status.method() != null);
		if (status.method() != null) {
			members.put("account", status.account().label());
			members.put("default", isDefault(status.account()));
			members.put("here", status.account().equals(this.choice.of(status.account().agent(), null, here)));
			members.put("repositories", repositories(status.account()));
			members.put("method", status.method().value());
			members.put("backend", status.backend());
			members.put("credential", Objects.requireNonNullElse(status.masked(), ""));
			addFacts(members, status.facts(), own);
		}
		return members;
	}

	private static @Nullable String shown(Succession succession) {
		return switch (succession) {
			case NEWER -> "newer";
			case SAME -> "same";
			case UNDECIDED -> "undecided";
			case OLDER -> "older";
			case ANOTHER_IDENTITY -> "other";
			case FUTURE, UNREADABLE -> null;
		};
	}

	private static void addFacts(Map<String, Object> members, CredentialFacts facts, @Nullable HostCopy own) {
		Expiry expiry = facts.expiry();
		members.put("expires", (expiry != null) ? expiry.at().toString() : null);
		members.put("estimated", expiry != null && expiry.estimated());
		members.put("renewable", facts.renewable());
		members.put("issued", (facts.issued() != null) ? facts.issued().toString() : null);
		members.put("captured", (facts.captured() != null) ? facts.captured().toString() : null);
		members.put("identity", facts.identity());
		members.put("host", (own != null) ? shown(own.succession()) : null);
	}

	private boolean isDefault(Account account) {
		return account.equals(this.choice.byDefault(account.agent()));
	}

	private List<String> repositories(Account account) {
		return this.choice.bound(account.agent())
			.entrySet()
			.stream()
			.filter((bound) -> bound.getValue().equals(account))
			.map(Map.Entry::getKey)
			.toList();
	}

}
