package com.headjack.log;

import java.util.ArrayDeque;
import java.util.Deque;

import com.headjack.screen.LineSink;

/**
 * Holds back the last lines until they are released, and passes on all lines after that.
 */
final class LastLines implements LineSink {

	private final int most;

	private final LineSink target;

	private final Deque<String> lines = new ArrayDeque<>();

	private final StringBuilder begun = new StringBuilder();

	private boolean released;

	/**
	 * Creates a sink that holds no lines yet.
	 * @param most the maximum number of lines to hold; with {@link Integer#MAX_VALUE} all
	 * lines are passed on at once
	 */
	LastLines(int most, LineSink target) {
		this.most = most;
		this.target = target;
		this.released = most == Integer.MAX_VALUE;
	}

	@Override
	public void line(String text, boolean goesOn) {
		if (this.released) {
			this.target.line(text, goesOn);
			return;
		}
		this.begun.append(text);
		if (!goesOn) {
			this.lines.addLast(this.begun.toString());
			this.begun.setLength(0);
			if (this.lines.size() > this.most) {
				this.lines.removeFirst();
			}
		}
	}

	boolean complete() {
		return this.released || this.lines.size() == this.most;
	}

	void release() {
		this.lines.forEach((line) -> this.target.line(line, false));
		this.lines.clear();
		this.released = true;
	}

}
