package com.headjack.shell.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.headjack.agent.ConfiguredAgents;
import com.headjack.credential.Account;
import com.headjack.credential.CredentialStatus;
import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Table;

/**
 * Lists the stored credentials, without their secrets.
 */
final class CredentialListing {

	private final ConfiguredAgents configured;

	private final Output output;

	CredentialListing(ConfiguredAgents configured, Output output) {
		this.configured = configured;
		this.output = output;
	}

	void print(List<CredentialStatus> statuses, boolean json) {
		if (json) {
			Listing.print(this.output, statuses.stream().map(this::members).toList());
			return;
		}
		Table table = Table.shortening(List.of(4, 1), "AGENT", "ACCOUNT", "METHOD", "BACKEND", "CREDENTIAL");
		statuses.forEach((status) -> table.row(row(status)));
		table.print(this.output);
	}

	private String[] row(CredentialStatus status) {
		String agent = status.account().agent().value();
		if (status.method() == null) {
			return new String[] { agent, "-", "not configured", "-", "-" };
		}
		return new String[] { agent, status.account().label() + (isDefault(status.account()) ? " *" : ""),
				status.method().toString(), status.backend(), Objects.requireNonNullElse(status.masked(), "-") };
	}

	private Map<String, Object> members(CredentialStatus status) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("agent", status.account().agent().value());
		members.put("configured", status.method() != null);
		if (status.method() != null) {
			members.put("account", status.account().label());
			members.put("default", isDefault(status.account()));
			members.put("method", status.method().value());
			members.put("backend", status.backend());
			members.put("credential", Objects.requireNonNullElse(status.masked(), ""));
		}
		return members;
	}

	private boolean isDefault(Account account) {
		return account.equals(Account.of(account.agent(), this.configured.of(account.agent()).account()));
	}

}
