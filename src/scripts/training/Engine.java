import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

	private static final Pattern FOLDER = Pattern.compile("\"Source\":\"([^\"]+)\"");

	private static final Pattern WORKTREE = Pattern.compile("\"com\\.headjack\\.worktree\":\"([^\"]+)\"");

	private static final Pattern PROOF = Pattern.compile("\\.hjk-[0-9a-f-]{36}");

	private static final Pattern REPORT = Pattern.compile("\\.began-[0-9a-f-]{36}");

	private volatile String worktree = "";

	Optional<String> answer(String path, String body) {
		if (path.contains("/containers/create")) {
			begin(body);
		}
		return (path.endsWith("/start") && path.contains("/exec/")) ? Optional.empty() : Optional.of(body(path));
	}

	/**
	 * Does what the main program of a container does at its first start.
	 */
	private void begin(String container) {
		Matcher label = WORKTREE.matcher(container);
		this.worktree = label.find() ? label.group(1) : "";
		String proof = first(PROOF, container);
		Matcher folder = FOLDER.matcher(container);
		try {
			while (folder.find()) {
				Path path = Path.of(folder.group(1));
				if (Files.isDirectory(path)) {
					Files.deleteIfExists(path.resolve(proof));
				}
				if (path.endsWith("out")) {
					Files.writeString(path.resolve(first(REPORT, container)), "0\n");
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String first(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		return matcher.find() ? matcher.group() : "none";
	}

	private String body(String path) {
		if (path.contains("/containers/json") && this.worktree.isEmpty()) {
			return "[]";
		}
		if (path.contains("/containers/json")) {
			Matcher repository = REPOSITORY.matcher(path);
			return """
					[{"Id":"c","Names":["/c"],"Image":"i","Created":1,"State":"running","Labels":{"com.headjack.id":"i",\
					"com.headjack.repository-id":"%s","com.headjack.branch":"demo","com.headjack.worktree":"%s"}}]"""
				.formatted(repository.find() ? repository.group(1) : "r", this.worktree);
		}
		return """
				{"Id":"c","ID":"c","Running":false,"ExitCode":0,"Warnings":[],"Config":{"User":"agent"},\
				"Version":"1","ApiVersion":"1.41"}""";
	}

}
