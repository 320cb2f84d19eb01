package com.headjack.shell.command;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import com.headjack.credential.StoredSecrets;
import com.headjack.redaction.KnownSecret;
import com.headjack.redaction.Redaction;
import com.headjack.shell.terminal.Output;
import com.headjack.text.VisibleText;

/**
 * Hides the stored logins in a log. The store is opened when there is something to hide
 * them in.
 */
final class LogRedaction implements Supplier<Redaction>, AutoCloseable {

	private static final String UNKNOWN = "'hjk doctor' looks at the secret store; show nobody this log meanwhile";

	private final Supplier<StoredSecrets> stored;

	private final Output output;

	private @Nullable Redaction redaction;

	LogRedaction(Supplier<StoredSecrets> stored, Output output) {
		this.stored = stored;
		this.output = output;
	}

	/**
	 * Hides nothing.
	 */
	static Redaction none() {
		return Redaction.none();
	}

	@Override
	public Redaction get() {
		Redaction known = this.redaction;
		if (known == null) {
			known = read();
			this.redaction = known;
		}
		return known;
	}

	private Redaction read() {
		try (StoredSecrets.Found found = this.stored.get().find()) {
			found.obstacle().ifPresent((reason) -> warn(reason, found.advice().orElse(UNKNOWN)));
			return Redaction.of(found.secrets()
				.stream()
				.map((secret) -> new KnownSecret(VisibleText.line(secret.owner()), secret.value()))
				.toList());
		}
	}

	private void warn(String reason, String remedy) {
		this.output.message("warning: logins in this log cannot be hidden: %s".formatted(reason));
		this.output.message("hint: " + remedy);
	}

	@Override
	public void close() {
		if (this.redaction != null) {
			this.redaction.close();
		}
	}

}
