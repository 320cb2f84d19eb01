package com.headjack.renewal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentException;
import com.headjack.agent.AgentId;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.Login;
import com.headjack.agent.LoginMethod;
import com.headjack.credential.Account;
import com.headjack.credential.CredentialRenewal;
import com.headjack.credential.CredentialRepository;
import com.headjack.credential.Kept;
import com.headjack.credential.Succession;
import com.headjack.engine.ContainerEngine;
import com.headjack.host.AtOnce;
import com.headjack.injection.LoginCopies;
import com.headjack.instance.Instance;
import com.headjack.instance.Instances;
import com.headjack.journal.LoginJournal;
import com.headjack.secret.Secret;

/**
 * Keeps the stored logins and those of running containers the same: takes back what an
 * agent has renewed, and gives it to the others.
 */
public final class Renewals {

	private final Instances instances;

	private final AgentCatalog catalog;

	private final CredentialRepository credentials;

	private final CredentialRenewal renewal;

	private final ContainerLogins containers;

	private final HeldLogins held;

	private final RenewalRecord record;

	Renewals(Instances instances, AgentCatalog catalog, CredentialRepository credentials, CredentialRenewal renewal,
			ContainerEngine engine, HeldLogins held, LoginJournal journal) {
		this.instances = instances;
		this.catalog = catalog;
		this.credentials = credentials;
		this.renewal = renewal;
		this.containers = new ContainerLogins(engine);
		this.held = held;
		this.record = new RenewalRecord(journal);
	}

	/**
	 * Whether no instance was ever given a login that an agent renews. No engine is
	 * asked.
	 * @return whether there is nothing to look at
	 */
	public boolean areIdle() {
		return this.held.isEmpty();
	}

	/**
	 * Takes back the logins that were renewed in some instances.
	 * @param instances the instances, as last seen
	 * @return what became of those that are no longer what hjk gave
	 */
	public List<Renewed> collect(List<Instance> instances) {
		return AtOnce.map(instances, this::collect).stream().flatMap(List::stream).toList();
	}

	/**
	 * Gives the stored logins to some instances, in place of those that hjk gave before.
	 * @param instances the instances, as last seen
	 * @return the logins that are no longer the same there
	 */
	public List<Renewed> give(List<Instance> instances) {
		return AtOnce.map(instances, this::give).stream().flatMap(List::stream).toList();
	}

	/**
	 * Takes back the logins that were renewed in an instance.
	 * @param instance the instance, as last seen
	 * @return what became of those that are no longer what hjk gave
	 */
	public List<Renewed> collect(Instance instance) {
		return collect(instance, own(instance));
	}

	/**
	 * Takes back the login of an account, wherever it was renewed. The engine is asked
	 * only if an instance was given it.
	 * @param account the account
	 * @return what became of the copies that are no longer what hjk gave
	 */
	public List<Renewed> collect(Account account) {
		if (!this.held.has(account)) {
			return List.of();
		}
		return AtOnce
			.map(this.instances.everywhere().instances(), (instance) -> collect(instance, held(instance, account)))
			.stream()
			.flatMap(List::stream)
			.toList();
	}

	private List<Holding> held(Instance instance, Account account) {
		return own(instance).stream().filter((holding) -> holding.owner().equals(account)).toList();
	}

	/**
	 * What this user gave to an instance, which may be shared with others.
	 */
	private List<Holding> own(Instance instance) {
		return holdings(instance).all().stream().filter((holding) -> holding.user().equals(this.held.user())).toList();
	}

	private List<Renewed> collect(Instance instance, List<Holding> holdings) {
		if (!instance.running()) {
			return List.of();
		}
		return holdings.stream().flatMap((holding) -> collect(instance, holding).stream()).toList();
	}

	private Optional<Renewed> collect(Instance instance, Holding holding) {
		return profile(holding.agent()).flatMap((profile) -> renewable(profile, holding.method()).flatMap((copies) -> {
			try (Found found = this.containers.look(instance, copies)) {
				return outcome(profile, instance, holding, copies, found);
			}
		})).map((outcome) -> new Renewed(instance, holding.owner(), outcome));
	}

	private Optional<Renewed.Outcome> outcome(AgentProfile profile, Instance instance, Holding holding,
			LoginCopies copies, Found found) {
		return switch (found) {
			case Found.Unchanged _ -> Optional.empty();
			case Found.Odd odd -> {
				this.record.add(instance, holding, odd.outcome(), null);
				yield Optional.of(odd.outcome());
			}
			case Found.Changed changed -> take(profile, instance, holding, copies, changed.contents());
		};
	}

	private Optional<Renewed.Outcome> take(AgentProfile profile, Instance instance, Holding holding, LoginCopies copies,
			Map<String, Secret> contents) {
		Optional<Secret> joined = copies.join(contents);
		if (joined.isEmpty()) {
			this.record.add(instance, holding, Renewed.Outcome.UNREADABLE, null);
			return Optional.of(Renewed.Outcome.UNREADABLE);
		}
		try (Secret offered = joined.get()) {
			Optional<Succession> succession = this.renewal.offer(profile, holding.owner(), holding.method(), offered);
			Optional<Renewed.Outcome> outcome = succession.map(Renewals::outcome)
				.orElse(Optional.of(Renewed.Outcome.FORMER));
			outcome.ifPresent((some) -> this.record.add(instance, holding, some, offered));
			if (succession.filter((some) -> some == Succession.NEWER || some == Succession.OLDER).isPresent()) {
				// From now on it can be replaced as what hjk gave.
				this.containers.give(instance, contents);
			}
			return outcome;
		}
	}

	private static Optional<Renewed.Outcome> outcome(Succession succession) {
		return switch (succession) {
			case NEWER -> Optional.of(Renewed.Outcome.STORED);
			case SAME -> Optional.empty();
			case OLDER -> Optional.of(Renewed.Outcome.OLDER);
			case UNDECIDED -> Optional.of(Renewed.Outcome.UNDECIDED);
			case FUTURE -> Optional.of(Renewed.Outcome.FUTURE);
			case ANOTHER_IDENTITY -> Optional.of(Renewed.Outcome.ANOTHER_IDENTITY);
			case UNREADABLE -> Optional.of(Renewed.Outcome.UNREADABLE);
		};
	}

	/**
	 * Gives the stored logins to an instance, in place of those that hjk gave before.
	 */
	private List<Renewed> give(Instance instance) {
		if (!instance.running()) {
			return List.of();
		}
		return own(instance).stream()
			.filter((holding) -> gave(instance, holding))
			.map((holding) -> new Renewed(instance, holding.owner(), Renewed.Outcome.GIVEN))
			.toList();
	}

	private boolean gave(Instance instance, Holding holding) {
		Optional<LoginCopies> copies = profile(holding.agent())
			.flatMap((profile) -> renewable(profile, holding.method()));
		if (copies.isEmpty() || !holding.store().equals(this.credentials.storeInUse())) {
			return false;
		}
		try (Kept kept = this.credentials.find(holding.owner()).orElse(null)) {
			return kept != null && kept.credential().method() == holding.method()
					&& give(instance, holding, copies.get(), kept.credential().value());
		}
	}

	private boolean give(Instance instance, Holding holding, LoginCopies copies, Secret login) {
		Map<String, Secret> contents = copies.split(login);
		try {
			boolean given = this.containers.give(instance, contents);
			if (given) {
				this.record.add(instance, holding, Renewed.Outcome.GIVEN, login);
			}
			return given;
		}
		finally {
			contents.values().forEach(Secret::close);
		}
	}

	/**
	 * Prepares a running instance for a login. What another account's agent has renewed
	 * there is taken back, and the files that only another method needs are removed.
	 * @param instance the instance
	 * @param profile the agent
	 * @param account the account
	 * @param method the method of its login
	 * @return what became of the other account's login
	 */
	public List<Renewed> prepare(Instance instance, AgentProfile profile, Account account, LoginMethod method) {
		Holdings holdings = holdings(instance);
		Holding next = new Holding(account.agent().value(), method, account.label(), this.held.user(),
				this.credentials.storeInUse());
		Optional<Holding> former = own(instance).stream()
			.filter((holding) -> holding.agent().equals(next.agent()) && !holding.equals(next))
			.findFirst();
		List<Renewed> renewed = former.flatMap((holding) -> collect(instance, holding)).stream().toList();
		former.map((holding) -> leftOver(profile, holding.method(), method))
			.filter((files) -> !files.isEmpty())
			.ifPresent((files) -> this.containers.remove(instance, files));
		if (former.isPresent() || renewable(profile, method).isPresent()) {
			holdings.put(next);
		}
		return renewed;
	}

	/**
	 * Whether an instance has the files of a login that this user gave it from the store
	 * in use, as far as hjk knows.
	 * @param instance the instance
	 * @param account the account
	 * @param method the method of its login
	 * @return whether it has; {@code false} also if the login is in no file that its
	 * agent renews
	 */
	public boolean holds(Instance instance, Account account, LoginMethod method) {
		return own(instance).stream()
			.anyMatch((holding) -> holding.owner().equals(account) && holding.method() == method
					&& holding.store().equals(this.credentials.storeInUse()));
	}

	/**
	 * Records that a session has a login.
	 * @param instance its instance
	 * @param session its name
	 * @param account the account
	 * @param login the login
	 */
	public void given(Instance instance, String session, Account account, Secret login) {
		this.record.given(instance, session, account, login);
	}

	private static Set<String> leftOver(AgentProfile profile, LoginMethod former, LoginMethod next) {
		Set<String> files = new TreeSet<>(files(profile, former));
		files.removeAll(files(profile, next));
		return files;
	}

	private static Set<String> files(AgentProfile profile, LoginMethod method) {
		return profile.login(method).map(Login::files).map(Map::keySet).orElse(Set.of());
	}

	/**
	 * The files of a login that its agent renews, if it does, and says when.
	 */
	private static Optional<LoginCopies> renewable(AgentProfile profile, LoginMethod method) {
		return profile.login(method)
			.filter((login) -> !login.renewal().readsNothing())
			.map(LoginCopies::of)
			.filter((copies) -> !copies.isEmpty());
	}

	private Optional<AgentProfile> profile(String agent) {
		try {
			return this.catalog.find(new AgentId(agent));
		}
		catch (AgentException _) {
			return Optional.empty();
		}
	}

	private Holdings holdings(Instance instance) {
		return Holdings.of(this.instances.folder(instance));
	}

}
