package com.headjack.audit;

import java.util.List;

/**
 * What was found at one kind of place.
 *
 * @param place the kind, such as {@code session logs}
 * @param subject whose place it is, such as a branch, or an empty text
 * @param traces the logins that were found
 * @param unseen why something could not be looked at
 * @param bytes how much was read
 */
public record Inspection(String place, String subject, List<Trace> traces, List<String> unseen, long bytes) {

	public Inspection {
		traces = List.copyOf(traces);
		unseen = List.copyOf(unseen);
	}

	/**
	 * Returns the outcome in a word.
	 * @return {@code clean}, {@code found} or {@code unseen}
	 */
	public String outcome() {
		if (!this.traces.isEmpty()) {
			return "found";
		}
		return this.unseen.isEmpty() ? "clean" : "unseen";
	}

}
