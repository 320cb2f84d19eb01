package com.headjack.doctor;

import java.util.List;
import java.util.stream.Stream;

import com.headjack.failure.HeadjackException;

/**
 * Runs all checks, whether or not earlier ones fail.
 */
public final class Doctor {

	private final List<Check> checks;

	Doctor(List<Check> checks) {
		this.checks = List.copyOf(checks);
	}

	/**
	 * Runs the checks one by one, as the stream is consumed.
	 * @return the findings
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
