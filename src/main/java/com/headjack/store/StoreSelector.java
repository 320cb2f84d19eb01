package com.headjack.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * Selects the store: the one that the configuration names, or else the first that works
 * here.
 */
public final class StoreSelector {

	/**
	 * The name in the configuration for the first store that works.
	 */
	public static final String AUTO = "auto";

	private final List<RevisedStore> stores;

	private final String requested;

	private @Nullable RevisedStore selected;

	/**
	 * Creates a selector.
	 * @param stores all stores in the order of preference
	 * @param requested the configured name; {@value #AUTO}, blank or {@code null} for the
	 * first store that works
	 */
	public StoreSelector(List<? extends RevisedStore> stores, @Nullable String requested) {
		this.stores = List.copyOf(stores);
		this.requested = (requested == null || requested.isBlank()) ? AUTO : requested.strip().toLowerCase(Locale.ROOT);
	}

	/**
	 * Returns all stores.
	 * @return the stores in the order of preference, whether they work here or not
	 */
	public List<RevisedStore> stores() {
		return this.stores;
	}

	/**
	 * Selects the store at the first call, and returns the same store from then on.
	 * @return the store
	 * @throws StoreUnavailableException if the named store, or every store, does not work
	 * here
	 * @throws HeadjackException if there is no store of the configured name
	 */
	public synchronized RevisedStore select() {
		RevisedStore choice = this.selected;
		if (choice == null) {
			choice = this.requested.equals(AUTO) ? firstReady() : named();
			this.selected = choice;
		}
		return choice;
	}

	private RevisedStore firstReady() {
		StringBuilder passed = new StringBuilder();
		for (RevisedStore store : offered()) {
			switch (store.probe()) {
				case Probe.Ready() -> {
					return store;
				}
				case Probe.Unavailable(String reason, String remedy) ->
					passed.append(passed.isEmpty() ? " " : "; ").append(store.name()).append(": ").append(reason);
				case Probe.Elsewhere(String system) -> {
				}
			}
		}
		throw new StoreUnavailableException("no secret store works here:" + passed, "run 'hjk doctor' for what to do");
	}

	private List<RevisedStore> offered() {
		return this.stores.stream().filter((store) -> !store.onlyIfNamed()).toList();
	}

	private RevisedStore named() {
		return ready(find(this.requested).orElseThrow(this::unknown));
	}

	/**
	 * Gets a store by name, whether it is the selected one or not.
	 * @param name the name
	 * @return the store, which works here
	 * @throws StoreUnavailableException if it does not work here
	 * @throws HeadjackException if there is no store of this name
	 */
	public RevisedStore get(String name) {
		return ready(find(name).orElseThrow(
				() -> new HeadjackException(FailureKind.MISUSED, "there is no secret store named '%s'".formatted(name),
						"the stores are: %s (ready here: %s)".formatted(names(), readyNames()))));
	}

	/**
	 * Whether {@link #select()} would now select a store. Never fails, even if no store
	 * works.
	 * @param store the store
	 * @return whether it would be selected
	 */
	public boolean uses(RevisedStore store) {
		return this.requested.equals(AUTO) ? offered().stream()
			.filter((candidate) -> candidate.probe() instanceof Probe.Ready)
			.findFirst()
			.filter(store::equals)
			.isPresent() : this.requested.equals(store.name());
	}

	private Optional<RevisedStore> find(String name) {
		return this.stores.stream().filter((candidate) -> candidate.name().equals(name)).findFirst();
	}

	private RevisedStore ready(RevisedStore store) {
		return switch (store.probe()) {
			case Probe.Ready() -> store;
			case Probe.Unavailable(String reason, String remedy) -> throw new StoreUnavailableException(
					"the secret store '%s' does not work here: %s".formatted(store.name(), reason),
					"%s (ready here: %s)".formatted(remedy, readyNames()));
			case Probe.Elsewhere(String system) ->
				throw new StoreUnavailableException("the secret store '%s' is for %s".formatted(store.name(), system),
						"choose another store (ready here: %s)".formatted(readyNames()));
		};
	}

	private HeadjackException unknown() {
		return new HeadjackException(FailureKind.MISUSED,
				"there is no secret store named '%s'".formatted(this.requested),
				"set keyring.backend or %s to one of: %s, %s".formatted(StoreRemedies.VARIABLE, AUTO, names()));
	}

	private String names() {
		return this.stores.stream().map(RevisedStore::name).collect(Collectors.joining(", "));
	}

	private String readyNames() {
		String names = offered().stream()
			.filter((store) -> store.probe() instanceof Probe.Ready)
			.map(RevisedStore::name)
			.collect(Collectors.joining(", "));
		return names.isEmpty() ? "none" : names;
	}

}
