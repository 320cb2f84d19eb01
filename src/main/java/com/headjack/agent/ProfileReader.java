package com.headjack.agent;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

import com.headjack.failure.FailureKind;

/**
 * Reads a profile from YAML.
 */
final class ProfileReader {

	private static final Pattern SECRET = Pattern.compile("\\$\\{credential[^.]");

	private @Nullable YAMLMapper mapper;

	AgentProfile read(AgentId id, String file, String yaml) {
		try {
			ProfileDocument document = mapper().readValue(yaml, ProfileDocument.class);
			requireNoSecretInTheOpen(document);
			return document.toProfile(id);
		}
		catch (UnrecognizedPropertyException ex) {
			String name = ex.getPropertyName();
			throw malformed(file, lineOf(yaml, name), "unknown member \"" + name + "\"", ex);
		}
		catch (JacksonException ex) {
			throw malformed(file, line(ex), ex.getOriginalMessage(), ex);
		}
		catch (IllegalArgumentException ex) {
			throw malformed(file, "", String.valueOf(ex.getMessage()), ex);
		}
	}

	private YAMLMapper mapper() {
		if (this.mapper == null) {
			this.mapper = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		}
		return this.mapper;
	}

	private static void requireNoSecretInTheOpen(ProfileDocument document) {
		if (SECRET.matcher(document.settingsAndFlags()).find()) {
			throw new IllegalArgumentException(
					"other users can read settings and flags, which must not hold the credential: use 'environment' or 'files'");
		}
	}

	/**
	 * The parser reports only the end of the enclosing object.
	 */
	private static String lineOf(String yaml, String member) {
		List<String> lines = yaml.lines().toList();
		return IntStream.range(0, lines.size())
			.filter((index) -> lines.get(index).strip().startsWith(member + ":"))
			.mapToObj((index) -> ":" + (index + 1))
			.findFirst()
			.orElse("");
	}

	private static String line(JacksonException ex) {
		if (ex.getCause() instanceof MarkedYamlEngineException yaml) {
			return yaml.getProblemMark().map((mark) -> ":" + (mark.getLine() + 1)).orElse("");
		}
		return (ex.getLocation() != null && ex.getLocation().getLineNr() > 0) ? ":" + ex.getLocation().getLineNr() : "";
	}

	private static AgentException malformed(String file, String line, String reason, Exception cause) {
		return new AgentException(FailureKind.FAILED, "the agent's profile %s%s is malformed: %s".formatted(file, line,
				reason.lines().findFirst().orElse("")), "correct the file, or remove it", cause);
	}

}
