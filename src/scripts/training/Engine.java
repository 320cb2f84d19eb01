import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers as an engine would that has one container, so that a training run meets what
 * every later run does. Knows as much of the protocol as that takes.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/">Docker Engine API</a>
 */
final class Engine {

	private static final Pattern REPOSITORY = Pattern.compile("com\\.headjack\\.repository-id=([^\"]+)");

	private Engine() {
	}

	static Optional<String> answer(String path) {
		return (path.endsWith("/start") && path.contains("/exec/")) ? Optional.empty() : Optional.of(body(path));
	}

	private static String body(String path) {
		if (path.contains("/containers/json")) {
			Matcher repository = REPOSITORY.matcher(path);
			return """
					[{"Id":"c","Names":["/c"],"Image":"i","Created":1,"State":"running","Labels":{"com.headjack.id":"i",\
					"com.headjack.repository-id":"%s","com.headjack.branch":"demo","com.headjack.worktree":"."}}]"""
				.formatted(repository.find() ? repository.group(1) : "r");
		}
		return """
				{"Id":"c","ID":"c","Running":false,"ExitCode":0,"Warnings":[],"Config":{"User":"agent"},\
				"Version":"1","ApiVersion":"1.41"}""";
	}

}
