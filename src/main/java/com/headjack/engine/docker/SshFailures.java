package com.headjack.engine.docker;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.headjack.engine.EngineUnavailableException;

/**
 * Explains why ssh reaches no engine.
 */
final class SshFailures {

	/**
	 * The remedies by what ssh, the login shell or docker say, with ssh's command line in
	 * place of {@code %s}.
	 */
	private static final List<Map.Entry<Pattern, String>> REMEDIES = List.of(
			remedy("Host key verification failed|REMOTE HOST IDENTIFICATION",
					"connect once with '%s', to check and to confirm the machine's key"),
			remedy("raw stream|daemon socket|docker\\.sock|podman\\.sock|Docker daemon|Podman socket",
					"see that '%s docker version' works: the engine there has to run, and you have to be allowed "
							+ "to use it"),
			remedy("Permission denied|Too many authentication failures",
					"ssh may not ask for a password here: add your key to ssh-agent, so that '%s' asks nothing"),
			remedy("not found|dial-stdio|unrecognized command|is not a docker command",
					"install Docker there: '%s docker version' has to work"),
			remedy("resolve hostname|Name or service not known",
					"correct the name, or give it to ssh in ~/.ssh/config: '%s' has to work"));

	private static final String USUAL = "see that '%s' works, and that the machine runs";

	private SshFailures() {
	}

	private static Map.Entry<Pattern, String> remedy(String signs, String remedy) {
		return Map.entry(Pattern.compile(signs, Pattern.CASE_INSENSITIVE), remedy);
	}

	/**
	 * Describes a connection that no engine answered.
	 * @param destination the engine
	 * @param said the error messages
	 * @return the exception to throw
	 */
	static EngineUnavailableException of(SshDestination destination, String said) {
		String reason = EngineFailures.line(last(said));
		String remedy = REMEDIES.stream()
			.filter((known) -> known.getKey().matcher(said).find())
			.findFirst()
			.map(Map.Entry::getValue)
			.orElse(USUAL);
		return new EngineUnavailableException(
				"no container engine answers at " + destination.uri() + (reason.isEmpty() ? "" : ": " + reason),
				remedy.formatted(destination.trial()), null);
	}

	private static String last(String said) {
		String lines = said.strip();
		return lines.substring(lines.lastIndexOf('\n') + 1);
	}

}
