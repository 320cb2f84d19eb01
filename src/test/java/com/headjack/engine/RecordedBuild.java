package com.headjack.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * Remembers what is told of a build.
 */
public final class RecordedBuild implements BuildLog {

	private final List<String> told = new ArrayList<>();

	@Override
	public synchronized void step(String number, String instruction) {
		this.told.add(number + " " + instruction);
	}

	@Override
	public synchronized void line(String text) {
		this.told.add("- " + text);
	}

	/**
	 * What was told so far.
	 * @return steps by their numbers and instructions, and lines after a hyphen
	 */
	public synchronized List<String> told() {
		return List.copyOf(this.told);
	}

}
