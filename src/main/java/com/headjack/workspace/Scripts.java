package com.headjack.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * The scripts that run in containers.
 */
enum Scripts {

	PRESENT, RECEIVE, SEND, TAKE;

	String text() {
		String file = name().toLowerCase(Locale.ROOT) + ".sh";
		try (InputStream resource = Objects.requireNonNull(Scripts.class.getResourceAsStream(file), file)) {
			return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
