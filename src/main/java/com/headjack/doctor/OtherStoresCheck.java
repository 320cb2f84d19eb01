package com.headjack.doctor;

import java.util.List;

import com.headjack.failure.HeadjackException;
import com.headjack.store.Probe;
import com.headjack.store.RevisedStore;
import com.headjack.store.StoreSelector;

/**
 * Checks whether the stores that are not selected would work here.
 */
record OtherStoresCheck(StoreSelector selector) implements Check {

	@Override
	public String name() {
		return "other stores";
	}

	@Override
	public List<Diagnostic> run() {
		return this.selector.stores()
			.stream()
			.filter((store) -> !this.selector.uses(store))
			.map(OtherStoresCheck::diagnostic)
			.map(Diagnostic::unneeded)
			.toList();
	}

	private static Diagnostic diagnostic(RevisedStore store) {
		String name = "store " + store.name();
		try {
			return switch (store.probe()) {
				case Probe.Ready() -> Diagnostic.ok(name,
						"not selected, but works here (in %s, %s)".formatted(store.place(), store.persistence()));
				case Probe.Unavailable(String reason, String remedy) ->
					Diagnostic.warning(name, "not selected, and does not work here: " + reason, remedy);
				case Probe.Elsewhere(String system) -> Diagnostic.notApplicable(name, "for " + system);
			};
		}
		catch (HeadjackException ex) {
			return Diagnostic.of(name, Outcome.WARNING, ex);
		}
	}

}
