package com.headjack.shell.command;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.headjack.shell.terminal.Output;
import com.headjack.shell.terminal.Table;
import com.headjack.shell.terminal.TimeAgo;
import com.headjack.trust.Agreement;

/**
 * Lists the settings of repositories that the user agreed to.
 *
 * @param output receives the list
 */
record AgreementListing(Output output) {

	void print(List<Agreement> agreements, boolean json) {
		if (json) {
			Listing.print(this.output, agreements.stream().map(AgreementListing::members).toList());
		}
		else if (agreements.isEmpty()) {
			this.output.result("No agreements found");
		}
		else {
			Instant now = Instant.now();
			Table table = Table.shortening(List.of(1, 3), "ID", "REPOSITORY", "AGENT", "FILE", "SINCE");
			agreements.forEach((agreement) -> table.row(agreement.shortId(), agreement.repository(), agreement.agent(),
					agreement.file(), TimeAgo.of(agreement.since(), now)));
			table.print(this.output);
		}
	}

	private static Map<String, Object> members(Agreement agreement) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("id", agreement.id());
		members.put("repository", agreement.repository());
		members.put("agent", agreement.agent());
		members.put("file", agreement.file());
		members.put("since", agreement.since());
		return members;
	}

}
