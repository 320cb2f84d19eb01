package com.headjack.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.headjack.engine.ExecRequest;
import com.headjack.engine.SecretLines;
import com.headjack.secret.Secret;

/**
 * Builds the one request that puts a session's files in place and starts the session.
 * Contents and values are passed through stdin, and only names as arguments: an engine
 * may write the variables of a program to its disk.
 */
final class StartRequest implements AutoCloseable {

	/**
	 * The variable for the command line. It is not an argument, since tmux takes only 16
	 * KiB of arguments.
	 */
	private static final String COMMAND = "HEADJACK_COMMAND";

	private final List<String> arguments = new ArrayList<>();

	private final SecretLines lines = new SecretLines();

	/**
	 * Builds the request.
	 * @param survey the findings in the container
	 * @param launch the file in memory that holds the variables until the program starts
	 * @return the request, which the caller closes
	 */
	static ExecRequest of(SessionPlan plan, Survey survey, String launch, List<String> command) {
		try (StartRequest request = new StartRequest()) {
			inOrder(plan.injection().environment()).forEach((name, value) -> {
				if (!survey.homes().containsKey(name)) {
					request.add("variable", name, "", value);
				}
			});
			inOrder(survey.homes()).forEach(request::addHome);
			request.add("variable", COMMAND, "", plan.commandLine());
			inOrder(plan.injection().files())
				.forEach((file, content) -> request.add("secret", file, survey.place(file), content));
			inOrder(survey.change(plan.injection().settings()))
				.forEach((path, file) -> request.add("settings", survey.place(path), file.seen(), file.text()));
			plan.injection()
				.conversations()
				.forEach((path) -> request.add("conversation", survey.place(path), path, ""));
			return request.build(launch, command);
		}
	}

	private static <T> Map<String, T> inOrder(Map<String, T> named) {
		return new TreeMap<>(named);
	}

	private void addHome(String variable, String folder) {
		if (!folder.isEmpty()) {
			add("variable", variable, "", folder);
		}
	}

	private void add(String kind, String name, String seen, String content) {
		try (Secret secret = Secret.of(content)) {
			add(kind, name, seen, secret);
		}
	}

	private void add(String kind, String name, String seen, Secret content) {
		this.arguments.addAll(List.of(kind, name, seen));
		this.lines.add(content);
	}

	private ExecRequest build(String launch, List<String> command) {
		List<String> words = new ArrayList<>(List.of(launch, String.valueOf(this.lines.count())));
		words.addAll(this.arguments);
		words.addAll(command);
		return ExecRequest.script(Scripts.START.text(), words).reading(this.lines.input());
	}

	/**
	 * Wipes the lines.
	 */
	@Override
	public void close() {
		this.lines.close();
	}

}
