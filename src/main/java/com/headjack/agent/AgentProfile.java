package com.headjack.agent;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.util.Assert;

/**
 * The description of an agent: how to start it, how to log in to it, and its needs in a
 * container.
 * <p>
 * The texts of {@code environment}, {@code files}, {@code settings} and {@code flags} may
 * hold placeholders: <code>${workspace}</code> is the folder in which the agent works,
 * and <code>${worktree}</code> is the path of this folder on the host. The texts of a
 * {@link Login} may also hold <code>${credential}</code>, the credential,
 * <code>${credential/…}</code>, a part of it by JSON pointer, and
 * <code>${credential.tail}</code>, its last 20 characters.
 *
 * @param id its name
 * @param title its name as its vendor writes it
 * @param vendor the vendor whose credentials it takes
 * @param command the program to start
 * @param flags the arguments that it always gets
 * @param prompt the arguments for a first prompt, which <code>${prompt}</code> stands for
 * @param environment the variables that it always gets
 * @param conflicts the variables that it would prefer to any of its logins
 * @param settings the values to merge into its JSON files, by path below the home folder
 * @param repository the files of a repository that it takes settings from, and what these
 * can do to its login
 * @param conversations where it keeps its conversations, by path below the home folder; a
 * folder ends with a slash
 * @param homes the files that variables move away from the home folder
 * @param questions the questions that it asks its user
 * @param logins its logins by method, at least one
 */
public record AgentProfile(AgentId id, String title, String vendor, String command, List<String> flags,
		List<String> prompt, Map<String, String> environment, Set<String> conflicts,
		Map<String, Map<String, Object>> settings, List<RepositorySettings> repository, List<String> conversations,
		List<Home> homes, List<Question> questions, Map<LoginMethod, Login> logins) {

	private static final String PROMPT = "${prompt}";

	public AgentProfile {
		flags = List.copyOf(flags);
		prompt = List.copyOf(prompt);
		conflicts = Set.copyOf(conflicts);
		environment = Map.copyOf(environment);
		settings = Map.copyOf(settings);
		repository = List.copyOf(repository);
		conversations = List.copyOf(conversations);
		conversations.forEach(AgentProfile::requireBelowHome);
		questions = List.copyOf(questions);
		Assert.isTrue(!logins.isEmpty(), "at least one login is needed");
		logins = new EnumMap<>(logins);
	}

	private static void requireBelowHome(String path) {
		boolean below = Path.of(path).equals(Path.of(path).normalize()) && !path.startsWith("/")
				&& !path.startsWith("..") && !path.isBlank();
		Assert.isTrue(below, () -> "'conversations' has \"" + path + "\", which is not a path below the home folder");
	}

	/**
	 * Finds the login of a method.
	 * @param method the method
	 * @return the login, or empty if the agent does not support the method
	 */
	public Optional<Login> login(LoginMethod method) {
		return Optional.ofNullable(this.logins.get(method));
	}

	/**
	 * Returns the arguments for a first prompt.
	 * @param prompt the prompt
	 * @return the arguments
	 */
	public List<String> promptArguments(String prompt) {
		return this.prompt.stream().map((argument) -> argument.replace(PROMPT, prompt)).toList();
	}

	/**
	 * Returns the settings that tell the agent what the user has answered by arguments.
	 * @param arguments the agent's arguments
	 * @return values to merge into its JSON files, by path below the home folder; one
	 * mapping for each answer
	 */
	public List<Map<String, Map<String, Object>>> answers(List<String> arguments) {
		return this.questions.stream()
			.filter((question) -> question.answeredBy(arguments))
			.map(Question::settings)
			.toList();
	}

	/**
	 * Returns the variables that must not be set beside a login, since the agent might
	 * prefer them to it.
	 * @param method the login method
	 * @return the names of the variables
	 */
	public Set<String> conflicts(LoginMethod method) {
		Set<String> names = new TreeSet<>(this.conflicts);
		this.logins.values().forEach((login) -> names.addAll(login.environment().keySet()));
		login(method).ifPresent((login) -> names.removeAll(login.environment().keySet()));
		return names;
	}

}
