package com.headjack.shell.command;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentId;
import com.headjack.agent.LoginMethod;
import com.headjack.credential.Account;
import com.headjack.credential.CredentialRepository;
import com.headjack.failure.HeadjackException;
import com.headjack.session.Session;
import com.headjack.session.Sessions;
import com.headjack.configuration.ConfigurationKey;
import com.headjack.shell.grammar.Parameter.Values;
import com.headjack.shell.grammar.CommandSyntax;
import com.headjack.shell.grammar.CompletionValues;
import com.headjack.shell.grammar.Grammar;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreSelector;

/**
 * The words that there are at this moment. No engine is asked: it may take long to
 * answer, and the host knows branches and sessions.
 */
public final class LiveValues implements CompletionValues {

	private final AgentCatalog catalog;

	private final CredentialRepository credentials;

	private final StoreSelector stores;

	private final CurrentRepository current;

	private final Sessions sessions;

	public LiveValues(AgentCatalog catalog, CredentialRepository credentials, StoreSelector stores,
			CurrentRepository current, Sessions sessions) {
		this.catalog = catalog;
		this.credentials = credentials;
		this.stores = stores;
		this.current = current;
		this.sessions = sessions;
	}

	@Override
	public List<String> of(Values kind, List<String> arguments) {
		try {
			return words(kind, arguments).toList();
		}
		catch (HeadjackException | UncheckedIOException ex) {
			return List.of();
		}
	}

	private Stream<String> words(Values kind, List<String> arguments) {
		return switch (kind) {
			case AGENT -> this.catalog.ids().stream().map(AgentId::value);
			case ACCOUNT -> this.credentials.accounts()
				.stream()
				.filter((account) -> arguments.isEmpty() || arguments.contains(account.agent().value()))
				.map(Account::label);
			case BACKEND -> this.stores.stores().stream().map(SecretStore::name);
			case BRANCH -> Stream.concat(branches(), this.current.branches().stream());
			case INSTANCE -> branches();
			case SESSION -> sessions(arguments.getFirst()).map((session) -> session.name().value());
			case RUNNING_SESSION ->
				sessions(arguments.getFirst()).filter(LiveValues::goesOn).map((session) -> session.name().value());
			case SESSION_PATH -> this.current.known()
				.stream()
				.flatMap((instance) -> this.sessions.list(instance)
					.stream()
					.filter(LiveValues::goesOn)
					.map((session) -> instance.branch() + "/" + session.name()));
			case CONFIGURATION_KEY -> keys();
			case METHOD -> Stream.of(LoginMethod.values()).map(LoginMethod::value);
			case FORMAT -> Stream.of("table", "json");
			case SHELL -> Stream.of("bash", "zsh", "fish");
			case COMMAND -> Grammar.COMMANDS.stream().map(CommandSyntax::name);
			case ANY -> Stream.of();
		};
	}

	private Stream<String> keys() {
		return ConfigurationKey.vocabulary()
			.stream()
			.flatMap((key) -> this.catalog.ids().stream().map((agent) -> key.replace("<name>", agent.value())))
			.distinct();
	}

	private static boolean goesOn(Session session) {
		return session.exitCode().isEmpty();
	}

	private Stream<Session> sessions(String branchOrId) {
		return this.current.known()
			.stream()
			.filter((instance) -> instance.branch().toString().equals(branchOrId)
					|| instance.id().value().equals(branchOrId))
			.flatMap((instance) -> this.sessions.list(instance).stream());
	}

	private Stream<String> branches() {
		return this.current.known().stream().map((instance) -> instance.branch().toString());
	}

}
