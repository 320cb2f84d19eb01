package com.headjack.session;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.failure.FailureKind;
import com.headjack.injection.JsonMerge;
import com.headjack.instance.Instance;

/**
 * The files in a container that an agent keeps its own settings in.
 */
final class AgentSettings {

	private static final int PROGRAM_MISSING = 69;

	private final ContainerEngine engine;

	private final JsonMapper json = new JsonMapper();

	AgentSettings(ContainerEngine engine) {
		this.engine = engine;
	}

	/**
	 * Merges settings into what the agent's files hold now, and looks for its program on
	 * the way.
	 * @return the new content of the files that have to change, by the path below the
	 * home folder
	 */
	Map<String, String> merge(Instance instance, String program, Map<String, ObjectNode> settings) {
		Map<String, String> changed = new HashMap<>();
		Iterator<String> contents = survey(instance, program, List.copyOf(settings.keySet())).iterator();
		settings.forEach((file, additions) -> {
			ObjectNode present = parse(file, contents.hasNext() ? contents.next() : "");
			ObjectNode merged = present.deepCopy();
			JsonMerge.into(merged, additions);
			if (!merged.equals(present)) {
				changed.put(file, this.json.writerWithDefaultPrettyPrinter().writeValueAsString(merged));
			}
		});
		return changed;
	}

	private List<String> survey(Instance instance, String program, List<String> files) {
		List<String> arguments = Stream.concat(Stream.of(program), files.stream()).toList();
		ExecResult survey = this.engine.exec(Objects.requireNonNull(instance.container()),
				ExecRequest.script(Scripts.SURVEY.text(), arguments).as(instance.user()));
		if (survey.code() == PROGRAM_MISSING) {
			throw new SessionException(FailureKind.UNAVAILABLE,
					"the image \"%s\" has no program \"%s\"".formatted(instance.image(), program),
					"use an image that has it, such as headjack/agent:latest: 'hjk run BRANCH --image IMAGE'");
		}
		return survey.output().lines().toList();
	}

	private ObjectNode parse(String file, String base64) {
		String content = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
		try {
			JsonNode node = content.isBlank() ? this.json.createObjectNode() : this.json.readTree(content);
			if (node instanceof ObjectNode object) {
				return object;
			}
		}
		catch (JacksonException ex) {
			// Told below, without the cause, whose message quotes the file.
		}
		throw new SessionException(FailureKind.FAILED, "~/" + file + " in the container is not a JSON object",
				"correct or remove it there: 'hjk exec BRANCH --no-mux -- rm ~/" + file + "'");
	}

}
