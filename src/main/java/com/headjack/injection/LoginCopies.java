package com.headjack.injection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import com.headjack.agent.Login;
import com.headjack.secret.Secret;
import com.headjack.secret.SecretJson;

/**
 * The files of a login that hold the credential, or its parts, and nothing else. What an
 * agent writes to them is a credential again.
 *
 * @param members the members of the credential, by path below the home folder; an empty
 * member is all of it
 */
public record LoginCopies(Map<String, String> members) {

	private static final Pattern COPY = Pattern.compile("\\$\\{credential(?:/([^/}]+))?}");

	public LoginCopies {
		members = Map.copyOf(members);
	}

	/**
	 * Finds the files of a login.
	 * @param login the login
	 * @return the files, which may be none
	 */
	public static LoginCopies of(Login login) {
		Map<String, String> members = new LinkedHashMap<>();
		login.files().forEach((file, template) -> {
			Matcher copy = COPY.matcher(template.strip());
			if (copy.matches()) {
				members.put(file, Optional.ofNullable(copy.group(1)).orElse(""));
			}
		});
		return new LoginCopies(members);
	}

	/**
	 * Whether there are none.
	 * @return whether a session has no copy of the credential in a file
	 */
	public boolean isEmpty() {
		return this.members.isEmpty();
	}

	/**
	 * Makes the content of the files.
	 * @param credential the credential
	 * @return the content by path, which the caller closes, without the files of missing
	 * members
	 */
	public Map<String, Secret> split(Secret credential) {
		Map<String, Secret> contents = new TreeMap<>();
		Template template = new Template(new Workspace("", ""), credential);
		this.members.forEach(
				(file, member) -> template.fill(member.isEmpty() ? "${credential}" : "${credential/" + member + "}")
					.map(Secret::of)
					.ifPresent((content) -> contents.put(file, content)));
		return contents;
	}

	/**
	 * Makes a credential of the files' content.
	 * @param contents the content by path
	 * @return the credential, which the caller closes, or empty if the content of a
	 * member is not JSON
	 */
	public Optional<Secret> join(Map<String, Secret> contents) {
		ObjectNode joined = SecretJson.mapper().createObjectNode();
		for (Map.Entry<String, Secret> file : new TreeMap<>(contents).entrySet()) {
			String member = this.members.getOrDefault(file.getKey(), "");
			if (member.isEmpty()) {
				return Optional.of(file.getValue().use(Secret::of));
			}
			Optional<JsonNode> content = file.getValue().use(LoginCopies::parse);
			if (content.isEmpty()) {
				return Optional.empty();
			}
			joined.set(member, content.get());
		}
		return Optional.of(Secret.wiping(SecretJson.mapper().writeValueAsBytes(joined)));
	}

	private static Optional<JsonNode> parse(byte[] utf8) {
		try {
			return Optional.of(SecretJson.mapper().readTree(utf8)).filter(JsonNode::isObject);
		}
		catch (JacksonException _) {
			return Optional.empty();
		}
	}

}
