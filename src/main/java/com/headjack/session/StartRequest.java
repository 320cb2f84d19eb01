package com.headjack.session;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.headjack.engine.ExecRequest;
import com.headjack.secret.Secret;

/**
 * Makes the one request that puts a session's files in place and starts it. Contents and
 * values go in by its input, and only names by its words: an engine may keep the
 * variables of what it starts on its disk.
 */
final class StartRequest {

	/**
	 * No argument, since tmux takes only 16 KiB of those.
	 */
	private static final String COMMAND = "HEADJACK_COMMAND";

	private final List<String> arguments = new ArrayList<>();

	private final StringBuilder input = new StringBuilder();

	private int count;

	static ExecRequest of(SessionPlan plan, Map<String, SettingsFile> settings, List<String> command) {
		StartRequest request = new StartRequest();
		plan.injection().environment().forEach((name, value) -> request.add("variable", name, "", value));
		request.add("variable", COMMAND, "", Secret.of(plan.commandLine()));
		plan.injection().files().forEach((file, content) -> request.add("secret", file, "", content));
		settings.forEach((path, file) -> {
			try (Secret text = Secret.of(file.text())) {
				request.add("settings", path, file.seen(), text);
			}
		});
		return request.build(command);
	}

	private void add(String kind, String name, String seen, Secret content) {
		this.arguments.addAll(List.of(kind, name, seen));
		String line = content.use((utf8) -> Base64.getEncoder().encodeToString(utf8));
		this.input.append(line).append('\n');
		this.count++;
	}

	private ExecRequest build(List<String> command) {
		List<String> words = new ArrayList<>(List.of(String.valueOf(this.count)));
		words.addAll(this.arguments);
		words.addAll(command);
		return ExecRequest.script(Scripts.START.text(), words).reading(Secret.of(this.input));
	}

}
