package com.headjack.log;

import com.headjack.screen.LineSink;

/**
 * Passes on lines, but of many blank ones in a row only the first two. Programs that draw
 * a screen leave whole pages of them.
 */
final class BlankLines implements LineSink {

	private static final int MOST = 2;

	private final LineSink target;

	private int blank;

	private boolean begun;

	BlankLines(LineSink target) {
		this.target = target;
	}

	@Override
	public void line(String text, boolean goesOn) {
		this.blank = (text.isBlank() && !goesOn && !this.begun) ? this.blank + 1 : 0;
		this.begun = goesOn;
		if (this.blank <= MOST) {
			this.target.line(text, goesOn);
		}
	}

}
