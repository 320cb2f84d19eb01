package com.headjack.screen;

/**
 * Applies control characters and sequences to a screen. Sequences that do not change
 * readable text are ignored.
 */
final class Sequences implements ControlHandler {

	private final Screen screen;

	private final ScreenLog log;

	private final Parameters parameters = new Parameters();

	Sequences(Screen screen, ScreenLog log) {
		this.screen = screen;
		this.log = log;
	}

	@Override
	public void text(byte[] bytes, int offset, int count) {
		this.screen.print(bytes, offset, count);
	}

	@Override
	public void character(int character) {
		this.screen.print(character);
	}

	@Override
	public void control(int character) {
		switch (character) {
			case '\b' -> this.screen.cursor().right(-1);
			case '\t' -> this.screen.cursor().tab(1);
			case '\n', 0x0b, '\f' -> this.screen.cursor().lineFeed();
			case '\r' -> this.screen.cursor().carriageReturn();
			case 0x0e -> this.screen.sets().select(1);
			case 0x0f -> this.screen.sets().select(0);
			default -> {
			}
		}
	}

	@Override
	public void escape(CharSequence body) {
		int end = body.length() - 1;
		char last = body.charAt(end);
		switch ((end > 0) ? body.charAt(end - 1) : 0) {
			case 0 -> escape(last);
			case '(' -> this.screen.sets().designate(0, last);
			case ')' -> this.screen.sets().designate(1, last);
			default -> {
			}
		}
	}

	private void escape(int last) {
		switch (last) {
			case '7' -> this.screen.cursor().save();
			case '8' -> this.screen.cursor().restore();
			case 'D' -> this.screen.cursor().lineFeed();
			case 'E' -> {
				this.screen.cursor().carriageReturn();
				this.screen.cursor().lineFeed();
			}
			case 'M' -> this.screen.cursor().reverseLineFeed();
			case 'c' -> this.screen.reset();
			default -> {
			}
		}
	}

	@Override
	public void sequence(CharSequence body) {
		char last = body.charAt(body.length() - 1);
		this.parameters.read(body);
		switch (this.parameters.marker()) {
			case 0 -> {
				move(this.parameters, last);
				change(this.parameters, last);
			}
			case '?' -> privately(this.parameters, last);
			default -> {
			}
		}
	}

	private void move(Parameters parameters, int last) {
		switch (last) {
			case 'A' -> this.screen.cursor().up(parameters.times());
			case 'B', 'e' -> this.screen.cursor().down(parameters.times());
			case 'C', 'a' -> this.screen.cursor().right(parameters.times());
			case 'D' -> this.screen.cursor().right(-parameters.times());
			case 'E' -> {
				this.screen.cursor().down(parameters.times());
				this.screen.cursor().carriageReturn();
			}
			case 'F' -> {
				this.screen.cursor().up(parameters.times());
				this.screen.cursor().carriageReturn();
			}
			case 'G', '`' -> this.screen.cursor().toColumn(parameters.place(0));
			case 'H', 'f' -> this.screen.cursor().go(parameters.place(0), parameters.place(1));
			case 'I' -> this.screen.cursor().tab(parameters.times());
			case 'Z' -> this.screen.cursor().tab(-parameters.times());
			case 'd' -> this.screen.cursor().toRow(parameters.place(0));
			case 's' -> this.screen.cursor().save();
			case 'u' -> this.screen.cursor().restore();
			default -> {
			}
		}
	}

	private void change(Parameters parameters, int last) {
		switch (last) {
			case '@' -> this.screen.insertCharacters(parameters.times());
			case 'J' -> eraseInDisplay(parameters.number(0));
			case 'K' -> eraseInLine(parameters.number(0));
			case 'L' -> this.screen.insertRows(parameters.times());
			case 'M' -> this.screen.deleteRows(parameters.times());
			case 'P' -> this.screen.deleteCharacters(parameters.times());
			case 'S' -> this.screen.scrollUp(parameters.times());
			case 'T' -> scrollDown(parameters);
			case 'X' -> this.screen.erase(parameters.times());
			case 'b' -> this.screen.repeat(parameters.times());
			case 'h', 'l' -> insert(parameters, last == 'h');
			case 'r' -> region(parameters);
			default -> {
			}
		}
	}

	private void eraseInDisplay(int part) {
		switch (part) {
			case 0 -> this.screen.eraseBelow();
			case 1 -> this.screen.eraseAbove();
			case 2 -> this.screen.eraseAll();
			case 3 -> this.log.historyErased();
			default -> {
			}
		}
	}

	private void eraseInLine(int part) {
		switch (part) {
			case 0 -> this.screen.eraseRight();
			case 1 -> this.screen.eraseLeft();
			case 2 -> this.screen.eraseLine();
			default -> {
			}
		}
	}

	/**
	 * With more parameters, the sequence is about mouse tracking.
	 */
	private void scrollDown(Parameters parameters) {
		if (parameters.count() == 1) {
			this.screen.scrollDown(parameters.times());
		}
	}

	private void insert(Parameters parameters, boolean on) {
		if (parameters.number(0) == 4) {
			this.screen.insert(on);
		}
	}

	private void region(Parameters parameters) {
		int last = parameters.number(1);
		this.screen.region(parameters.place(0), ((last == 0) ? Integer.MAX_VALUE : last) - 1);
	}

	private void privately(Parameters parameters, int last) {
		switch (last) {
			case 'J' -> eraseInDisplay(parameters.number(0));
			case 'K' -> eraseInLine(parameters.number(0));
			case 'h', 'l' -> {
				for (int i = 0; i < parameters.count(); i++) {
					mode(parameters.number(i), last == 'h');
				}
			}
			default -> {
			}
		}
	}

	private void mode(int mode, boolean on) {
		switch (mode) {
			case 6 -> this.screen.cursor().countFromRegion(on);
			case 7 -> this.screen.wrap(on);
			case 47, 1047 -> alternate(on, false);
			case 1048 -> cursor(on);
			case 1049 -> alternate(on, true);
			default -> {
			}
		}
	}

	private void cursor(boolean saved) {
		if (saved) {
			this.screen.cursor().save();
		}
		else {
			this.screen.cursor().restore();
		}
	}

	private void alternate(boolean on, boolean withCursor) {
		if (!on && !this.screen.alternating()) {
			this.log.alternateLeft();
		}
		this.screen.alternate(on, withCursor);
	}

}
