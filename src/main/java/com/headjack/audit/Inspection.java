package com.headjack.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.headjack.instance.Instance;

/**
 * What was found at one kind of place.
 *
 * @param place the kind, such as {@code session logs}
 * @param subject whose place it is, such as a branch, or an empty text
 * @param instance the instance whose place it is, or {@code null} if it is of none alone
 * @param traces the logins that were found
 * @param unseen why something could not be looked at
 * @param bytes how much was read
 */
public record Inspection(String place, String subject, @Nullable Instance instance, List<Trace> traces,
		List<String> unseen, long bytes) {

	public Inspection {
		traces = List.copyOf(traces);
		unseen = List.copyOf(unseen);
	}

	/**
	 * Creates what is known of a place that cannot be looked at.
	 * @param place the kind of place
	 * @param reason why it cannot be looked at
	 * @return the inspection
	 */
	public static Inspection unseen(String place, String reason) {
		return new Inspection(place, "", null, List.of(), List.of(reason), 0);
	}

	Inspection of(Instance owner) {
		return new Inspection(this.place, this.subject, owner, this.traces, this.unseen, this.bytes);
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
