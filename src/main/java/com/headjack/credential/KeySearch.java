package com.headjack.credential;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.agent.KnownToken;
import com.headjack.agent.Login;

/**
 * Searches a text for the only token or key of a login.
 */
final class KeySearch {

	private final KeyForm form;

	private final Recognition recognition;

	KeySearch(Login login, Recognition recognition) {
		this.form = KeyForm.of(login, recognition.known());
		this.recognition = recognition;
	}

	Finding find(String text) {
		String whole = text.strip();
		if (this.form.fits(whole) && !this.form.isGlued(whole)) {
			return exact(whole);
		}
		return this.recognition.document(text)
			.<Finding>map(Recognition.Other::refused)
			.orElseGet(() -> search(PlainText.of(text), whole));
	}

	/**
	 * A form that allows any characters allows the line of a profile too. A longer key
	 * than usual that stands alone may be of a new form.
	 */
	private Finding exact(String whole) {
		Optional<String> value = LineValue.of(whole, this.form.variable()).filter(this.form::fits);
		String key = value.orElse(whole);
		List<String> removed = value.isPresent() ? List.of("the name " + this.form.variable()) : List.of();
		return cut(key).orElseGet(() -> taken(key, removed));
	}

	private Finding search(PlainText plain, String whole) {
		Candidates candidates = Candidates.in(plain.text(), this.form);
		if (candidates.size() > 1) {
			return new Finding.Refused(candidates.describe(), "give one of them alone");
		}
		return candidates.own()
			.entrySet()
			.stream()
			.findFirst()
			.map((own) -> found(own, plain))
			.orElseGet(() -> somethingElse(whole, plain));
	}

	private Finding found(Map.Entry<String, List<String>> own, PlainText plain) {
		if (this.form.mayGoOn(own.getKey(), plain.text())) {
			return new Finding.Refused("is followed by what may be its end", "give it alone, in one line");
		}
		return checked(own.getKey(),
				Stream.of(plain.removed(), own.getValue()).flatMap(List::stream).distinct().toList());
	}

	private Finding somethingElse(String whole, PlainText plain) {
		return this.recognition.recognise(whole, plain.text())
			.map(Recognition.Other::refused)
			.orElseGet(() -> new Finding.Refused("does not look like one", null));
	}

	private Finding checked(String key, List<String> removed) {
		return cut(key).or(() -> overlong(key)).orElseGet(() -> taken(key, removed));
	}

	private Finding taken(String key, List<String> removed) {
		return new Finding.Found(key, removed, this.form.unusual(key).map((token) -> length(token, key)).orElse(null));
	}

	private Optional<Finding> cut(String key) {
		return this.form.cut(key)
			.map((token) -> new Finding.Refused(length(token, key) + ", so its end is missing",
					"copy all of it, over all lines that the terminal broke it into"));
	}

	private Optional<Finding> overlong(String key) {
		return this.form.overlong(key)
			.map((token) -> new Finding.Refused(length(token, key) + ", so something else is joined to it",
					"copy it alone"));
	}

	private static String length(KnownToken token, String key) {
		return "has " + key.length() + " characters where " + token.name() + " has " + token.usualLength();
	}

}
