package com.headjack.doctor;

import java.util.List;
import java.util.stream.Stream;

import com.headjack.failure.HeadjackException;

/**
 * Checks one thing after the other; what fails hides nothing of the rest.
 */
public final class Doctor {

	private final List<Check> checks;

	Doctor(List<Check> checks) {
		this.checks = List.copyOf(checks);
	}

	/**
	 * Runs all checks.
	 * @return what they found, each as soon as it is asked for
	 */
	public Stream<Diagnostic> examine() {
		return this.checks.stream().map(Doctor::run).flatMap(List::stream);
	}

	static List<Diagnostic> run(Check check) {
		try {
			return check.run();
		}
		catch (HeadjackException ex) {
			return List.of(Diagnostic.of(check.name(), Outcome.FAILED, ex));
		}
	}

}
