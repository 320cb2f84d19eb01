package com.headjack.doctor;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import com.headjack.failure.HeadjackException;

/**
 * The finding of a check.
 *
 * @param name the name of the part, in a word or two
 * @param outcome the outcome
 * @param detail the facts, in one line
 * @param remedy what to do, in one line, or {@code null} if there is nothing to do
 * @param needed whether the user's work needs the part, as the configuration is now
 */
public record Diagnostic(String name, Outcome outcome, String detail, @Nullable String remedy, boolean needed) {

	private static final String UNKNOWN = "run 'hjk doctor --debug' for details";

	public Diagnostic {
		Assert.isTrue(outcome == Outcome.OK || outcome == Outcome.NOT_APPLICABLE || remedy != null,
				"A failure needs a remedy");
	}

	Diagnostic(String name, Outcome outcome, String detail, @Nullable String remedy) {
		this(name, outcome, detail, remedy, true);
	}

	/**
	 * The finding about an engine that has a name, which commands are told.
	 */
	Diagnostic on(String engine) {
		String told = Optional.ofNullable(this.remedy)
			.map((text) -> text.replace("'hjk image build'", "'hjk image build --on " + engine + "'"))
			.orElse(null);
		return new Diagnostic(this.name + (this.name.equals("engine") ? " " : " on ") + engine, this.outcome,
				this.detail, told, this.needed);
	}

	/**
	 * The finding of a part without which most works.
	 */
	Diagnostic mild() {
		return new Diagnostic(this.name, (this.outcome == Outcome.FAILED) ? Outcome.WARNING : this.outcome, this.detail,
				this.remedy, this.needed);
	}

	/**
	 * The finding of a part that nobody uses.
	 */
	Diagnostic unneeded() {
		return new Diagnostic(this.name, this.outcome, this.detail, this.remedy, false);
	}

	static Diagnostic ok(String name, String detail) {
		return new Diagnostic(name, Outcome.OK, detail, null);
	}

	static Diagnostic notApplicable(String name, String detail) {
		return new Diagnostic(name, Outcome.NOT_APPLICABLE, detail, null);
	}

	static Diagnostic warning(String name, String detail, String remedy) {
		return new Diagnostic(name, Outcome.WARNING, detail, remedy);
	}

	static Diagnostic failed(String name, String detail, String remedy) {
		return new Diagnostic(name, Outcome.FAILED, detail, remedy);
	}

	static Diagnostic of(String name, Outcome outcome, HeadjackException failure) {
		return new Diagnostic(name, outcome, String.valueOf(failure.getMessage()), failure.remedy().orElse(UNKNOWN));
	}

}
