package com.headjack.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

import com.headjack.configuration.YamlDocument;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.text.NearestMatch;

/**
 * Reads a profile from YAML. A member that is not known is refused: a profile decides
 * where secrets go.
 */
final class ProfileReader {

	private static final Pattern SECRET = Pattern.compile("\\$\\{credential[^.]");

	private @Nullable JsonMapper mapper;

	AgentProfile read(AgentId id, String file, String yaml) {
		YamlDocument document = parse(file, yaml);
		try {
			ProfileDocument profile = mapper().convertValue(tree(document), ProfileDocument.class);
			requireNoSecretInTheOpen(profile);
			return profile.toProfile(id,
					(text) -> ProfilePattern.parse(text, () -> document.place(document.pathOf(text))));
		}
		catch (JacksonException ex) {
			throw malformed(document, ex);
		}
		catch (IllegalArgumentException ex) {
			if (ex.getCause() instanceof JacksonException cause) {
				throw malformed(document, cause);
			}
			throw malformed(document.place(pathOf(ex, document)), String.valueOf(ex.getMessage()), ex);
		}
	}

	/**
	 * Where a bad pattern is; for other reasons, the beginning.
	 */
	private static List<?> pathOf(IllegalArgumentException ex, YamlDocument document) {
		return (ex instanceof PatternSyntaxException pattern) ? document.pathOf(pattern.getPattern()) : List.of();
	}

	private static YamlDocument parse(String file, String yaml) {
		try {
			return YamlDocument.parse(yaml, file);
		}
		catch (HeadjackException ex) {
			throw refused(ex);
		}
	}

	private static Object tree(YamlDocument document) {
		try {
			return Objects.requireNonNullElse(document.tree(), Map.of());
		}
		catch (HeadjackException ex) {
			throw refused(ex);
		}
	}

	static AgentException refused(HeadjackException ex) {
		return new AgentException(ex.kind(), "the agent's profile " + ex.getMessage(), "correct the file, or remove it",
				ex);
	}

	private JsonMapper mapper() {
		if (this.mapper == null) {
			this.mapper = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
		}
		return this.mapper;
	}

	private static void requireNoSecretInTheOpen(ProfileDocument document) {
		if (SECRET.matcher(document.settingsAndFlags()).find()) {
			throw new IllegalArgumentException(
					"other users can read settings and flags, which must not hold the credential: use 'environment' or 'files'");
		}
	}

	private static AgentException malformed(YamlDocument document, JacksonException ex) {
		List<Object> path = new ArrayList<>();
		ex.getPath()
			.forEach((step) -> path.add((step.getPropertyName() != null) ? step.getPropertyName() : step.getIndex()));
		if (ex instanceof UnrecognizedPropertyException unknown) {
			return malformed(document.placeOfKey(path), unknown(unknown), ex);
		}
		if (ex instanceof InvalidFormatException invalid && invalid.getTargetType() == LoginMethod.class) {
			return malformed(document.place(path),
					"\"" + invalid.getValue() + "\" is not a login: use subscription or apikey", ex);
		}
		if (ex instanceof ValueInstantiationException && ex.getCause() instanceof IllegalArgumentException cause) {
			return malformed(document.place(path), String.valueOf(cause.getMessage()), ex);
		}
		String name = path.isEmpty() ? "it" : "'" + path.getLast() + "'";
		return malformed(document.place(path), (ex instanceof MismatchedInputException mismatch)
				? name + " takes " + expected(mismatch) : name + " cannot be read", ex);
	}

	private static String unknown(UnrecognizedPropertyException ex) {
		String name = ex.getPropertyName();
		List<String> known = Objects.requireNonNullElse(ex.getKnownPropertyIds(), List.of())
			.stream()
			.map(Object::toString)
			.toList();
		return "unknown member \"" + name + "\""
				+ NearestMatch.of(name, known).map((near) -> ", did you mean \"" + near + "\"?").orElse("");
	}

	private static String expected(MismatchedInputException ex) {
		Class<?> type = Objects.requireNonNullElse(ex.getTargetType(), Object.class);
		if (Collection.class.isAssignableFrom(type)) {
			return "a list such as [one, two]";
		}
		if (type == String.class) {
			return "a text";
		}
		if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
			return "a whole number";
		}
		if (type.isEnum()) {
			return "one of " + Arrays.stream(type.getEnumConstants())
				.map((constant) -> constant.toString().toLowerCase(Locale.ROOT))
				.collect(Collectors.joining(", "));
		}
		return (type == Boolean.class) ? "true or false" : "a mapping such as {name: value}";
	}

	private static AgentException malformed(String place, String reason, Exception cause) {
		return new AgentException(FailureKind.FAILED,
				"the agent's profile %s is malformed: %s".formatted(place, reason.lines().findFirst().orElse("")),
				"correct the file, or remove it", cause);
	}

}
