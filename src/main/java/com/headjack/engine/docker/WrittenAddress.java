package com.headjack.engine.docker;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.headjack.engine.EngineUnavailableException;

/**
 * An engine's address as a user wrote it.
 *
 * @param origin where the user wrote it, such as {@code DOCKER_HOST}
 * @param value the address
 * @param windows whether this machine runs Windows
 * @param encrypted whether the engine expects encryption
 */
record WrittenAddress(String origin, String value, boolean windows, boolean encrypted) {

	private static final String PIPES = "//./pipe/";

	private static final String MARK = "://";

	private static final Pattern HOST_AND_PORT = Pattern.compile("([\\w.-]+|\\[[0-9A-Fa-f:.]+\\]):[0-9]{1,5}");

	private static final int LONGEST = 200;

	private static final int LAST_PORT = 65_535;

	/**
	 * Reads the address.
	 * @param context the docker context that it is from, or {@code null}
	 * @return the address
	 * @throws EngineUnavailableException if it is no usable address; the message names it
	 */
	EngineAddress parse(@Nullable String context) {
		String text = this.value.strip();
		String scheme = scheme(text);
		String rest = text.substring(scheme.length()).replaceFirst("^:(//)?", "");
		return switch (scheme.toLowerCase(Locale.ROOT)) {
			case "unix" -> socket(rest, context);
			case "npipe" -> pipe(text.substring(scheme.length() + 1), context);
			case "tcp" -> host(rest, context);
			case "http", "https" -> throw unusable("write it as tcp://" + shown(rest));
			case "ssh" -> ssh(rest, context);
			case "fd" -> throw unusable("fd:// is for the engine's own use: write unix:///var/run/docker.sock");
			case "" -> bare(text, context);
			default -> throw unusable(usual());
		};
	}

	private static String scheme(String text) {
		int mark = text.indexOf(MARK);
		if (mark >= 0) {
			return text.substring(0, mark);
		}
		return text.startsWith("unix:") || text.startsWith("npipe:") ? text.substring(0, text.indexOf(':')) : "";
	}

	private EngineAddress bare(String text, @Nullable String context) {
		if (HOST_AND_PORT.matcher(text).matches()) {
			return host(text, context);
		}
		throw unusable((text.startsWith("/") && !this.windows) ? "write it as unix://" + shown(text) : usual());
	}

	private EngineAddress socket(String path, @Nullable String context) {
		if (this.windows || !path.startsWith("/")) {
			throw unusable(usual());
		}
		try {
			return new EngineAddress(EngineAddress.of(Path.of(path)).uri(), context);
		}
		catch (InvalidPathException _) {
			throw unusable(usual());
		}
	}

	private EngineAddress pipe(String path, @Nullable String context) {
		if (!this.windows) {
			throw unusable("npipe: is for Windows: " + usual());
		}
		String start = "//" + PIPES;
		if (!path.startsWith(start)) {
			throw unusable(usual());
		}
		return new EngineAddress(EngineAddress.ofPipe(path.substring(start.length())).uri(), context);
	}

	private EngineAddress ssh(String rest, @Nullable String context) {
		if (this.windows) {
			throw unusable(usual());
		}
		return SshDestination.parse("ssh" + MARK + rest)
			.map((destination) -> new EngineAddress(destination.uri(), context))
			.orElseThrow(() -> unusable("write it as ssh://USER@HOST or ssh://USER@HOST:PORT, without a password"));
	}

	private EngineAddress host(String rest, @Nullable String context) {
		try {
			URI uri = new URI("tcp" + MARK + rest.replaceFirst("/+$", ""));
			if (uri.getHost() == null || uri.getPort() > LAST_PORT || uri.getUserInfo() != null
					|| uri.getQuery() != null || uri.getFragment() != null) {
				throw unusable(usual());
			}
			return new EngineAddress(withPort(uri), context);
		}
		catch (URISyntaxException _) {
			throw unusable(usual());
		}
	}

	private URI withPort(URI uri) throws URISyntaxException {
		int usual = this.encrypted ? 2376 : 2375;
		return (uri.getPort() >= 0) ? uri : new URI("tcp", null, uri.getHost(), usual, uri.getPath(), null, null);
	}

	private String usual() {
		return "give it an address that starts with "
				+ (this.windows ? "npipe://" + PIPES + " or tcp://" : "unix:///, tcp:// or ssh://");
	}

	private EngineUnavailableException unusable(String remedy) {
		return new EngineUnavailableException(
				this.origin + " names an engine that cannot be used: " + shown(this.value.strip()), remedy, null);
	}

	/**
	 * Shortens a text for a message, and leaves out control characters and passwords.
	 */
	private static String shown(String text) {
		String plain = text.replaceAll("\\p{Cntrl}", "?").replaceFirst("^(\\w+://)?([^/@:]*):(?!//).*@", "$1$2:…@");
		return (plain.length() > LONGEST) ? plain.substring(0, LONGEST) + "…" : plain;
	}

}
