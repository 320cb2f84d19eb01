package com.headjack.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentId;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.LoginMethod;
import com.headjack.credential.Credential;
import com.headjack.credential.CredentialCapture;
import com.headjack.credential.CredentialRepository;
import com.headjack.credential.CredentialStatus;
import com.headjack.host.HostEnvironment;
import com.headjack.store.Persistence;
import com.headjack.store.SecretStore;

/**
 * The commands that deal with credentials.
 */
final class AuthCommands {

	private final AgentCatalog catalog;

	private final CredentialCapture capture;

	private final CredentialRepository repository;

	private final AuthDialog dialog;

	private final CredentialInput input;

	private final HostEnvironment host;

	private final Output output;

	AuthCommands(AgentCatalog catalog, CredentialCapture capture, CredentialRepository repository, AuthDialog dialog,
			CredentialInput input, HostEnvironment host, Output output) {
		this.catalog = catalog;
		this.capture = capture;
		this.repository = repository;
		this.dialog = dialog;
		this.input = input;
		this.host = host;
		this.output = output;
	}

	int auth(Invocation invocation) {
		AgentProfile profile = this.catalog.get(invocation.required(0));
		if (invocation.flag("status")) {
			this.output.result(this.repository.status(List.of(profile.id())).getFirst().line());
			return ExitCodes.DONE;
		}
		Optional<LoginMethod> method = invocation.option("method").map(AuthCommands::method);
		try (Credential credential = obtain(profile, method)) {
			confirm(this.capture.keep(profile, credential));
		}
		return ExitCodes.DONE;
	}

	int status(Invocation invocation) {
		this.catalog.problems().forEach((problem) -> this.output.message("warning: " + problem.getMessage()));
		List<AgentId> agents = List.copyOf(this.catalog.ids());
		boolean json = Listing.json(invocation);
		List<CredentialStatus> statuses = this.repository.status(agents);
		if (json) {
			Listing.print(this.output, statuses.stream().map(AuthCommands::members).toList());
			return ExitCodes.DONE;
		}
		Table table = new Table("AGENT", "METHOD", "BACKEND", "CREDENTIAL");
		statuses.forEach((status) -> table.row(status.agent().value(),
				(status.method() != null) ? status.method().toString() : "not configured",
				(status.method() != null) ? status.backend() : "-", Objects.requireNonNullElse(status.masked(), "-")));
		table.print(this.output);
		return ExitCodes.DONE;
	}

	int remove(Invocation invocation) {
		AgentProfile profile = this.catalog.get(invocation.required(0));
		boolean removed = this.repository.remove(profile.id());
		this.output.result(removed ? "Removed the credential for " + profile.id()
				: "No credential for " + profile.id() + " was stored");
		return ExitCodes.DONE;
	}

	private Credential obtain(AgentProfile profile, Optional<LoginMethod> method) {
		if (this.host.interactive()) {
			return this.dialog.obtain(profile, method);
		}
		return this.input.obtain(profile,
				method.orElseThrow(() -> new UsageException("without a terminal the login has to be named",
						"add --method subscription or --method apikey")));
	}

	private void confirm(SecretStore store) {
		this.output.result("Credentials stored securely.");
		this.output.result("Backend: %s (%s, %s)".formatted(store.name(), store.place(), store.persistence()));
		if (store.persistence() == Persistence.UNTIL_REBOOT) {
			this.output.message("hint: for one that stays, set HEADJACK_KEYRING_BACKEND=file");
		}
	}

	private static LoginMethod method(String value) {
		return LoginMethod.parse(value)
			.orElseThrow(() -> new UsageException("unknown method \"" + value + "\"", "use subscription or apikey"));
	}

	private static Map<String, Object> members(CredentialStatus status) {
		Map<String, Object> members = new LinkedHashMap<>();
		members.put("agent", status.agent().value());
		members.put("configured", status.method() != null);
		if (status.method() != null) {
			members.put("method", status.method().value());
			members.put("backend", status.backend());
			members.put("credential", Objects.requireNonNullElse(status.masked(), ""));
		}
		return members;
	}

}
