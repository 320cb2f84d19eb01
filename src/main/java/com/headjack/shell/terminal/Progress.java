package com.headjack.shell.terminal;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;
import com.headjack.host.StandardStream;
import com.headjack.host.Termination;
import com.headjack.text.VisibleText;

/**
 * Shows long steps at the terminal and, when one of several ends, how long it took.
 */
public final class Progress {

	/**
	 * Shorter steps show no progress.
	 */
	private static final Duration UNNOTICED = Duration.ofMillis(300);

	private static final Duration BEAT = Duration.ofMillis(100);

	private static final String WHEEL = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

	private static final String CLEAR = "\r\033[K";

	private static final double SECOND = 1e9;

	private final Output output;

	private final boolean shown;

	private final boolean animated;

	private @Nullable Step step;

	public Progress(Output output, HostEnvironment host) {
		this.output = output;
		this.shown = host.terminal(StandardStream.STDERR);
		this.animated = host.variable(KnownVariable.NO_COLOR).isEmpty()
				&& host.variable(KnownVariable.TERM).filter((type) -> !type.equals("dumb")).isPresent();
		if (this.shown) {
			Termination.hook(this::abandon);
		}
	}

	/**
	 * Runs a step whose result is all that counts, and shows its progress meanwhile.
	 * @param <T> the type of the result
	 * @param text the description of the step
	 * @param work the work of the step
	 * @return the result of the work
	 */
	public <T> T during(String text, Supplier<T> work) {
		begin(text);
		try {
			return work.get();
		}
		finally {
			vanish();
		}
	}

	/**
	 * Begins a step, and ends the one before it.
	 */
	public synchronized void begin(String text) {
		end();
		if (this.shown) {
			this.step = new Step(text);
			this.step.thread.start();
		}
	}

	/**
	 * Ends the step, if there is one.
	 */
	public synchronized void end() {
		if (this.step != null) {
			this.step.end();
			this.step = null;
		}
	}

	/**
	 * Ends the step and leaves no line, where a line can be taken away.
	 */
	private synchronized void vanish() {
		if (this.animated) {
			abandon();
		}
		else {
			end();
		}
	}

	/**
	 * Ends the progress line without a time.
	 */
	private synchronized void abandon() {
		if (this.step != null) {
			this.step.abandon();
			this.step = null;
		}
	}

	private void print(String text) {
		this.output.draw(text);
	}

	private final class Step implements Runnable {

		private final String text;

		private final Thread thread = Thread.ofPlatform().daemon().name("progress").unstarted(this);

		private final long begun = System.nanoTime();

		private int beats;

		private boolean over;

		private Step(String text) {
			this.text = VisibleText.line(text) + " …";
		}

		@Override
		public void run() {
			try {
				Thread.sleep(UNNOTICED);
				while (draw()) {
					Thread.sleep(BEAT);
				}
			}
			catch (InterruptedException _) {
				// The step has ended.
			}
		}

		/**
		 * Draws the current state, in one line however narrow the terminal is.
		 * @return whether to draw it again
		 */
		private synchronized boolean draw() {
			if (this.over) {
				return false;
			}
			int frame = this.beats++ % WHEEL.length();
			if (Progress.this.animated) {
				print("\r\033[?7l%s %s %s\033[K\033[?7h".formatted(WHEEL.substring(frame, frame + 1), this.text,
						time()));
			}
			else if (this.beats == 1) {
				print(this.text);
			}
			return true;
		}

		private synchronized void end() {
			finish((Progress.this.animated ? CLEAR + this.text : "") + " " + time() + System.lineSeparator());
		}

		private synchronized void abandon() {
			finish(Progress.this.animated ? CLEAR : System.lineSeparator());
		}

		private void finish(String last) {
			if (this.beats > 0 && !this.over) {
				print(last);
			}
			this.over = true;
			this.thread.interrupt();
		}

		private String time() {
			return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - this.begun) / SECOND);
		}

	}

}
