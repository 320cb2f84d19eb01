package com.headjack.session;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import com.headjack.engine.ExecRequest;
import com.headjack.injection.InjectionPlan;
import com.headjack.secret.Secret;

/**
 * Makes the one request that puts a session's files in place and starts it. Contents go
 * in by its input, secrets besides by its variables, and only names by its words.
 */
final class StartRequest {

	private final List<String> arguments = new ArrayList<>();

	private final StringBuilder input = new StringBuilder();

	private int count;

	static ExecRequest of(InjectionPlan plan, Map<String, String> settings, List<String> command) {
		StartRequest request = new StartRequest();
		plan.files().forEach((file, content) -> request.add("secret", file, content));
		settings.forEach((file, content) -> {
			try (Secret text = Secret.of(content)) {
				request.add("settings", file, text);
			}
		});
		return request.build(plan, command);
	}

	private void add(String kind, String file, Secret content) {
		this.arguments.add(kind);
		this.arguments.add(file);
		String line = content.use((utf8) -> Base64.getEncoder().encodeToString(utf8));
		this.input.append(line).append('\n');
		this.count++;
	}

	private ExecRequest build(InjectionPlan plan, List<String> command) {
		List<String> words = new ArrayList<>(List.of(String.valueOf(this.count)));
		words.addAll(this.arguments);
		words.addAll(command);
		ExecRequest request = ExecRequest.script(Scripts.START.text(), words).with(plan.environment());
		return (this.count > 0) ? request.reading(Secret.of(this.input)) : request;
	}

}
