package com.headjack.log;

import java.util.ArrayDeque;
import java.util.Deque;

import com.headjack.screen.LineSink;

/**
 * Holds the last lines back until they are wanted, and passes on what comes then.
 */
final class LastLines implements LineSink {

	private final int most;

	private final LineSink target;

	private final Deque<String> lines = new ArrayDeque<>();

	private final StringBuilder begun = new StringBuilder();

	private boolean released;

	/**
	 * Begins with no line.
	 * @param most how many are held; with {@link Integer#MAX_VALUE} they are passed on as
	 * they come
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
