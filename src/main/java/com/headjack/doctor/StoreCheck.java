package com.headjack.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.headjack.secret.Secret;
import com.headjack.store.Expected;
import com.headjack.store.Persistence;
import com.headjack.store.RevisedStore;
import com.headjack.store.Revision;
import com.headjack.store.SecretName;
import com.headjack.store.StoreRemedies;
import com.headjack.store.StoreSelector;
import com.headjack.store.Stored;

/**
 * Checks that the selected store returns a secret that was stored, and removes it, and
 * then what it holds.
 *
 * @param selector selects the store
 * @param contents check what a store holds that works
 */
record StoreCheck(StoreSelector selector, List<Check> contents) implements Check {

	@Override
	public String name() {
		return "store";
	}

	@Override
	public List<Diagnostic> run() {
		RevisedStore store = this.selector.select();
		SecretName name = SecretName.of("doctor").withAccount(UUID.randomUUID().toString());
		if (!givesBack(store, name)) {
			return List.of(Diagnostic.failed(name(),
					"'%s' does not return and remove a secret as it should".formatted(store.name()),
					StoreRemedies.ANOTHER_STORE));
		}
		List<Diagnostic> found = new ArrayList<>();
		found.add(new Diagnostic(name(), Outcome.OK, detail(store), lastingStore(store)));
		this.contents.forEach((check) -> found.addAll(Doctor.run(check)));
		return found;
	}

	private static boolean givesBack(RevisedStore store, SecretName name) {
		try (Secret value = Secret.of(UUID.randomUUID().toString())) {
			boolean same;
			try {
				Revision revision = store.put(name, value, Expected.absent());
				same = holds(store, name, new Stored(value, revision));
			}
			finally {
				store.remove(name);
			}
			return same && store.find(name).isEmpty();
		}
	}

	private static boolean holds(RevisedStore store, SecretName name, Stored stored) {
		try (Stored found = store.find(name).orElse(null)) {
			return stored.equals(found);
		}
	}

	private static String detail(RevisedStore store) {
		return "%s (in %s, %s): wrote, read and removed a secret".formatted(store.name(), store.place(),
				store.persistence());
	}

	private static @Nullable String lastingStore(RevisedStore store) {
		return (store.persistence() == Persistence.UNTIL_REBOOT) ? StoreRemedies.LASTING_STORE : null;
	}

}
