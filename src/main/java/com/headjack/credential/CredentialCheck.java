package com.headjack.credential;

import java.time.Clock;

import tools.jackson.databind.JsonNode;

import com.headjack.agent.Accepts;
import com.headjack.secret.Secret;

/**
 * Checks whether a text is a credential of a login method.
 */
final class CredentialCheck {

	private final Recognition recognition;

	private final CaptureLog log;

	private final LoginJson json;

	private final JsonCheck files;

	CredentialCheck(Recognition recognition, LoginJson json, CaptureLog log, Clock clock) {
		this.recognition = recognition;
		this.log = log;
		this.json = json;
		this.files = new JsonCheck(json, log, clock);
	}

	/**
	 * Checks the user's input, or the content of a file.
	 * @return the credential, without surrounding white space
	 * @throws CredentialException if the input is not a valid credential of this method
	 */
	Credential check(Subject subject, Secret given) {
		String text = given.reveal().strip();
		if (text.isEmpty()) {
			throw subject.refused("is empty");
		}
		return new Credential(subject.method(), Secret.of(accepted(subject, given, text)));
	}

	private String accepted(Subject subject, Secret given, String text) {
		Accepts accepts = subject.accepts();
		if (accepts.pattern() != null) {
			PastedText found = PastedText.find(accepts.pattern(), text)
				.orElseThrow(() -> subject.refused(unlike(text, "does not look like one")));
			found.removed().forEach(this.log::repaired);
			return found.text();
		}
		JsonNode node = given.use(this.json::read)
			.orElseThrow(() -> subject.refused(unlike(text, given.use(this.json::fault))));
		return this.files.accepted(subject, text, node);
	}

	private String unlike(String text, String otherwise) {
		return this.recognition.recognise(text).map((other) -> "looks like " + other).orElse(otherwise);
	}

}
