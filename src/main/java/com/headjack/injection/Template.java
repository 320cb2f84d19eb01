package com.headjack.injection;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

import com.headjack.secret.Secret;
import com.headjack.secret.SecretJson;

/**
 * Replaces placeholders, as {@link com.headjack.agent.AgentProfile} describes them.
 */
final class Template {

	private static final Pattern PLACEHOLDER = Pattern
		.compile("\\$\\{(workspace|worktree|credential(?:\\.tail|/[^}]*)?)}");

	private static final String CREDENTIAL = "credential";

	private static final int TAIL = 20;

	private final Workspace workspace;

	private final Secret credential;

	Template(Workspace workspace, Secret credential) {
		this.workspace = workspace;
		this.credential = credential;
	}

	/**
	 * Returns whether a text has a placeholder for the credential or a part of it.
	 */
	static boolean needsCredential(String text) {
		return PLACEHOLDER.matcher(text)
			.results()
			.anyMatch((placeholder) -> placeholder.group(1).startsWith(CREDENTIAL));
	}

	/**
	 * Replaces the placeholders in a text.
	 * @return the text, or empty if the credential lacks a part that the text names
	 */
	Optional<String> fill(String text) {
		Matcher matcher = PLACEHOLDER.matcher(text);
		StringBuilder filled = new StringBuilder();
		while (matcher.find()) {
			Optional<String> value = value(matcher.group(1));
			if (value.isEmpty()) {
				return Optional.empty();
			}
			matcher.appendReplacement(filled, Matcher.quoteReplacement(value.get()));
		}
		return Optional.of(matcher.appendTail(filled).toString());
	}

	private Optional<String> value(String placeholder) {
		return switch (placeholder) {
			case "workspace" -> Optional.of(this.workspace.path());
			case "worktree" -> Optional.of(this.workspace.worktree());
			case CREDENTIAL -> Optional.of(this.credential.reveal());
			case "credential.tail" -> Optional.of(tail(this.credential.reveal()));
			default -> part(placeholder.substring(CREDENTIAL.length()));
		};
	}

	private Optional<String> part(String pointer) {
		JsonNode node = this.credential.use(SecretJson.mapper()::readTree).at(pointer);
		if (node.isMissingNode() || node.isNull()) {
			return Optional.empty();
		}
		return Optional.of(node.isString() ? node.asString() : node.toString());
	}

	private static String tail(String text) {
		return text.substring(Math.max(0, text.length() - TAIL));
	}

}
