package com.headjack.engine.docker;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An engine as ssh reaches it.
 *
 * @param user the user there, or {@code null} for the one that ssh takes
 * @param host the machine's name, which ssh's own configuration may know
 * @param port ssh's port there, or {@code null} for the one that ssh takes
 * @param socket the path of the engine's socket there, or {@code null} for the one that
 * docker uses there
 */
record SshDestination(@Nullable String user, String host, @Nullable String port, @Nullable String socket) {

	/**
	 * Nothing that ssh would take for an option, or a shell for more than a word.
	 */
	private static final Pattern FORM = Pattern.compile("(?i)ssh://(?:(?<user>[\\w+][\\w.+@-]*)@)?"
			+ "(?<host>\\w[\\w.-]*|\\[[0-9a-f:.]+\\])(?::(?<port>[0-9]{1,5}))?(?<socket>/[\\w./@+-]*)?");

	private static final String SCRIPT = "if command -v docker >/dev/null; then exec docker system dial-stdio; "
			+ "else exec podman system dial-stdio; fi";

	/**
	 * Reads an address.
	 * @param address the address, {@code ssh://[user@]host[:port][/path/of/socket]}
	 * @return the destination, or empty if it is no such address
	 */
	static Optional<SshDestination> parse(String address) {
		Matcher parts = FORM.matcher(address);
		if (!parts.matches()) {
			return Optional.empty();
		}
		String host = parts.group("host").replaceAll("[\\[\\]]", "");
		String socket = parts.group("socket");
		return Optional
			.of(new SshDestination(parts.group("user"), host, parts.group("port"), "/".equals(socket) ? null : socket));
	}

	static SshDestination of(EngineAddress address) {
		return parse(address.uri().toString()).orElseThrow();
	}

	/**
	 * Returns the address with no more than it says.
	 */
	URI uri() {
		String name = this.host.contains(":") ? "[" + this.host + "]" : this.host;
		return URI.create("ssh://" + ((this.user != null) ? this.user + "@" : "") + name
				+ ((this.port != null) ? ":" + this.port : "") + ((this.socket != null) ? this.socket : ""));
	}

	/**
	 * Returns ssh's arguments for the machine.
	 * @return the words, the last of which is its name
	 */
	List<String> words() {
		List<String> words = new ArrayList<>();
		if (this.port != null) {
			words.addAll(List.of("-p", this.port));
		}
		if (this.user != null) {
			words.addAll(List.of("-l", this.user));
		}
		words.addAll(List.of("--", this.host));
		return words;
	}

	/**
	 * Returns the command line that passes bytes to the engine and back.
	 * @return the command line, for any login shell
	 * @see <a href="https://docs.docker.com/reference/cli/dockerd/">docker's daemon,
	 * "Daemon socket option"</a>
	 */
	String command() {
		String named = (this.socket != null)
				? "export DOCKER_HOST=unix://%1$s CONTAINER_HOST=unix://%1$s; ".formatted(this.socket) : "";
		return "sh -c '" + named + SCRIPT + "'";
	}

	/**
	 * Returns what a user would type to try ssh alone.
	 * @return a command line
	 */
	String trial() {
		return "ssh " + ((this.port != null) ? "-p " + this.port + " " : "")
				+ ((this.user != null) ? this.user + "@" : "") + this.host;
	}

}
