package com.headjack.credential;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

import com.headjack.secret.Secret;

/**
 * Checks whether a text is a credential of a login method.
 */
final class CredentialCheck {

	private final Recognition recognition;

	private final CaptureLog log;

	private final LoginJson json;

	private final JsonCheck files;

	private final Clock clock;

	CredentialCheck(Recognition recognition, LoginJson json, CaptureLog log, Clock clock) {
		this.recognition = recognition;
		this.log = log;
		this.json = json;
		this.files = new JsonCheck(json, log, clock);
		this.clock = clock;
	}

	/**
	 * Checks the user's input, or the content of a file.
	 * @return the credential, without what is around it
	 * @throws CredentialException if the input is not a valid credential of this method
	 */
	Credential check(Subject subject, Secret given) {
		InputText input = InputText.of(given);
		if (input.text().isBlank()) {
			throw subject.refused("is empty");
		}
		String accepted = (subject.accepts().pattern() != null) ? key(subject, input) : login(subject, input);
		Secret value = Secret.of(accepted);
		return new Credential(subject.method(), value, CredentialFacts.of(value, subject.login().renewal(),
				this.clock.instant().truncatedTo(ChronoUnit.SECONDS)));
	}

	private String key(Subject subject, InputText input) {
		return switch (new KeySearch(subject.login(), this.recognition).find(input.text())) {
			case Finding.Found found when !input.isTrue(found.text()) -> throw subject.refused("is not text in UTF-8");
			case Finding.Found found -> {
				report(Stream.of(input.removed(), found.removed()).flatMap(List::stream));
				if (found.doubt() != null) {
					this.log.warned(subject + " " + found.doubt() + ": if the agent does not take it, copy it again");
				}
				yield found.text();
			}
			case Finding.Refused refused -> throw subject.refused(refused);
		};
	}

	private String login(Subject subject, InputText input) {
		String whole = input.text().strip();
		String text = (subject.file() == null) ? object(whole) : whole;
		byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
		return this.json.read(utf8).map((node) -> {
			requireNoOther(subject, text);
			String accepted = this.files.accepted(subject, text, node);
			report(Stream.concat(input.removed().stream(),
					Leftovers.describe(whole.replace(text, " "), subject.login().variable()).stream()));
			return accepted;
		}).orElseThrow(() -> noObject(subject, whole, this.json.fault(utf8)));
	}

	/**
	 * Takes the JSON object out of the text around it.
	 */
	private String object(String text) {
		int begin = text.indexOf('{');
		int end = text.lastIndexOf('}');
		String object = (begin >= 0 && begin < end) ? text.substring(begin, end + 1) : text;
		return this.json.read(object.getBytes(StandardCharsets.UTF_8)).isPresent() ? object : text;
	}

	private void requireNoOther(Subject subject, String text) {
		this.recognition.document(text).map(Recognition.Other::refused).ifPresent((refused) -> {
			throw subject.refused(refused);
		});
	}

	private CredentialException noObject(Subject subject, String text, String fault) {
		if (subject.file() != null) {
			return subject.refused(fault);
		}
		return this.recognition.document(text)
			.or(() -> this.recognition.recognise(text, PlainText.of(text).text()))
			.map((other) -> subject.refused(other.refused()))
			.orElseGet(() -> subject.refused(fault));
	}

	private void report(Stream<String> removed) {
		String all = String.join(", ", removed.distinct().toList());
		if (!all.isEmpty()) {
			this.log.repaired(all);
		}
	}

}
