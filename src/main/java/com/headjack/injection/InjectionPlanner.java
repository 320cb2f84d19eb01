package com.headjack.injection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import com.headjack.agent.AgentPreferences;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.Login;
import com.headjack.credential.Credential;
import com.headjack.secret.Secret;

/**
 * Plans everything that goes into a container for an agent.
 */
public final class InjectionPlanner {

	/**
	 * Plans the needs of an agent.
	 * @param profile the agent
	 * @param preferences the user's configuration of the agent
	 * @param credential the credential, which the caller closes
	 * @param workspace the folder in which the agent works
	 * @return the plan, which the caller closes
	 */
	public InjectionPlan plan(AgentProfile profile, AgentPreferences preferences, Credential credential,
			Workspace workspace) {
		Login login = profile.login(credential.method())
			.orElseThrow(() -> new IllegalStateException(profile.id() + " has no login by " + credential.method()));
		Template template = new Template(workspace, credential.value());
		Set<String> conflicts = profile.conflicts(credential.method());
		Map<String, Secret> environment = fill(template, profile.environment());
		preferences.environment().forEach((name, value) -> environment.put(name, Secret.of(value)));
		Homes homes = homes(template, profile, preferences);
		Set<String> leftOut = new TreeSet<>(environment.keySet());
		leftOut.retainAll(conflicts);
		environment.keySet().removeAll(conflicts);
		environment.putAll(fill(template, login.environment()));
		ObjectNode settings = tree(template, profile.settings());
		JsonMerge.into(settings, tree(template, login.settings()));
		profile.answers(preferences.flags()).forEach((answer) -> JsonMerge.into(settings, tree(template, answer)));
		return new InjectionPlan(environment, fill(template, login.files()), changes(template, profile, settings),
				profile.conversations(), flags(template, profile.flags(), preferences.flags()), conflicts, leftOut,
				homes);
	}

	private static Map<String, Secret> fill(Template template, Map<String, String> texts) {
		Map<String, Secret> filled = new HashMap<>();
		texts
			.forEach((name, text) -> template.fill(text).map(Secret::of).ifPresent((value) -> filled.put(name, value)));
		return filled;
	}

	private static Homes homes(Template template, AgentProfile profile, AgentPreferences preferences) {
		Map<String, String> variables = new HashMap<>();
		profile.environment()
			.forEach((name, text) -> template.fill(text).ifPresent((value) -> variables.put(name, value)));
		variables.putAll(preferences.environment());
		return Homes.of(profile.homes(), variables);
	}

	private static List<String> flags(Template template, List<String> flags, List<String> preferred) {
		Stream<String> filled = flags.stream().map(template::fill).flatMap(Optional::stream);
		return Stream.concat(filled, preferred.stream()).toList();
	}

	private static ObjectNode tree(Template template, Map<String, Map<String, Object>> settings) {
		return (ObjectNode) node(template, settings);
	}

	private static JsonNode node(Template template, Object value) {
		return switch (value) {
			case Map<?, ?> map -> {
				ObjectNode object = JsonNodeFactory.instance.objectNode();
				map.forEach((key, member) -> object.set(text(template, key), node(template, member)));
				yield object;
			}
			case List<?> list -> JsonNodeFactory.instance.arrayNode()
				.addAll(list.stream().map((element) -> node(template, element)).toList());
			case Boolean flag -> JsonNodeFactory.instance.booleanNode(flag);
			case Integer number -> JsonNodeFactory.instance.numberNode(number);
			default -> JsonNodeFactory.instance.stringNode(text(template, value));
		};
	}

	private static String text(Template template, Object value) {
		return template.fill(value.toString()).orElse("");
	}

	/**
	 * Returns the changes by file. What any login of the agent derives from its
	 * credential goes before this login's own is added.
	 */
	private static Map<String, SettingsChange> changes(Template template, AgentProfile profile, ObjectNode additions) {
		ObjectNode former = JsonNodeFactory.instance.objectNode();
		profile.logins().values().forEach((login) -> JsonMerge.into(former, derived(template, login.settings())));
		return Stream.of(former, additions)
			.flatMap((files) -> files.propertyNames().stream())
			.distinct()
			.collect(Collectors.toMap((file) -> file,
					(file) -> new SettingsChange(file(former, file), file(additions, file))));
	}

	private static ObjectNode derived(Template template, Map<?, ?> settings) {
		ObjectNode derived = JsonNodeFactory.instance.objectNode();
		settings.forEach((name, value) -> {
			if (Template.needsCredential(value.toString())) {
				derived.set(text(template, name), shape(template, value));
			}
		});
		return derived;
	}

	private static JsonNode shape(Template template, Object value) {
		return switch (value) {
			case Map<?, ?> map -> derived(template, map);
			case List<?> _ -> JsonNodeFactory.instance.arrayNode();
			default -> JsonNodeFactory.instance.nullNode();
		};
	}

	private static ObjectNode file(ObjectNode files, String file) {
		return (ObjectNode) files.path(file).asOptional().orElseGet(JsonNodeFactory.instance::objectNode);
	}

}
