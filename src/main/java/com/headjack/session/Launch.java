package com.headjack.session;

import java.util.List;

import com.headjack.injection.InjectionPlan;

/**
 * A program that is ready to be started in an instance, with all that it needs there.
 *
 * @param type what it is, for a listing
 * @param words the program with its arguments
 * @param plan what it needs to find; closed with the launch
 */
public record Launch(String type, List<String> words, InjectionPlan plan) implements AutoCloseable {

	public Launch {
		words = List.copyOf(words);
	}

	@Override
	public void close() {
		this.plan.close();
	}

	@Override
	public String toString() {
		return "Launch[" + this.type + "]";
	}

}
