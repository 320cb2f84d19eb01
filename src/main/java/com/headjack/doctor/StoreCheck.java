package com.headjack.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.headjack.secret.Secret;
import com.headjack.store.Persistence;
import com.headjack.store.SecretName;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreRemedies;
import com.headjack.store.StoreSelector;

/**
 * Checks that the selected store returns a secret that was stored, and removes it, and
 * then what it holds.
 *
 * @param selector selects the store
 * @param contents checks what a store holds that works
 */
record StoreCheck(StoreSelector selector, Check contents) implements Check {

	@Override
	public String name() {
		return "store";
	}

	@Override
	public List<Diagnostic> run() {
		SecretStore store = this.selector.select();
		SecretName name = SecretName.of("doctor").withAccount(UUID.randomUUID().toString());
		if (!givesBack(store, name)) {
			return List.of(Diagnostic.failed(name(),
					"'%s' does not return and remove a secret as it should".formatted(store.name()),
					StoreRemedies.ANOTHER_STORE));
		}
		List<Diagnostic> found = new ArrayList<>();
		found.add(new Diagnostic(name(), Outcome.OK, detail(store), lastingStore(store)));
		found.addAll(Doctor.run(this.contents));
		return found;
	}

	private static boolean givesBack(SecretStore store, SecretName name) {
		try (Secret value = Secret.of(UUID.randomUUID().toString())) {
			boolean same;
			try {
				store.put(name, value);
				same = holds(store, name, value);
			}
			finally {
				store.remove(name);
			}
			return same && store.find(name).isEmpty();
		}
	}

	private static boolean holds(SecretStore store, SecretName name, Secret value) {
		try (Secret found = store.find(name).orElse(null)) {
			return value.equals(found);
		}
	}

	private static String detail(SecretStore store) {
		return "%s (in %s, %s): wrote, read and removed a secret".formatted(store.name(), store.place(),
				store.persistence());
	}

	private static @Nullable String lastingStore(SecretStore store) {
		return (store.persistence() == Persistence.UNTIL_REBOOT) ? StoreRemedies.LASTING_STORE : null;
	}

}
