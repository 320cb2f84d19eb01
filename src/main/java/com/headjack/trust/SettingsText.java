package com.headjack.trust;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.dataformat.toml.TomlFactory;

import com.headjack.agent.RepositorySettings.Format;

/**
 * The text of a file of settings. It is read more leniently than agents do, so that
 * nothing is missed that one of them reads.
 *
 * @param format its format
 * @param text its text
 */
record SettingsText(Format format, String text) {

	private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
		.maxNestingDepth(64)
		.maxTokenCount(100_000)
		.build();

	private static final Pattern VARIABLE = Pattern.compile("^\\s*(?:export\\s+)?([\\w.-]+)\\s*[=:](.*)$",
			Pattern.MULTILINE | Pattern.UNIX_LINES);

	private static final Pattern BLANKS = Pattern.compile("[\\s\\u2028\\u2029]+");

	/**
	 * Returns all values of the text. A name that occurs twice has two.
	 * @throws UnreadableException if the text has another format
	 */
	List<Leaf> leaves() throws UnreadableException {
		String clean = this.text.startsWith("\uFEFF") ? this.text.substring(1) : this.text;
		return switch (this.format) {
			case JSON -> leaves(json(), clean);
			case TOML -> leaves(TomlFactory.builder().streamReadConstraints(LIMITS).build(), clean);
			case DOTENV -> variables(clean);
			case MARKDOWN -> new MarkdownText(clean).leaves();
			case PROGRAM -> List.of(new Leaf(List.of(), ""));
		};
	}

	private static JsonFactory json() {
		return JsonFactory.builder()
			.streamReadConstraints(LIMITS)
			.enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA,
					JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
					JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
			.build();
	}

	private static List<Leaf> leaves(TokenStreamFactory factory, String text) throws UnreadableException {
		List<Leaf> leaves = new ArrayList<>();
		try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
			for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
				if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
					leaves.add(new Leaf(parts(parser.streamReadContext().pathAsPointer()), parser.getString()));
				}
			}
			return leaves;
		}
		catch (JacksonException ex) {
			throw new UnreadableException("cannot be read" + line(ex));
		}
	}

	private static String line(JacksonException ex) {
		return (ex.getLocation() != null && ex.getLocation().getLineNr() > 0)
				? " (line " + ex.getLocation().getLineNr() + ")" : "";
	}

	private static List<String> parts(JsonPointer pointer) {
		List<String> parts = new ArrayList<>();
		for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
			parts.add(rest.getMatchingProperty());
		}
		return parts;
	}

	private static List<Leaf> variables(String text) {
		return VARIABLE.matcher(BLANKS.matcher(text).replaceAll(SettingsText::blank))
			.results()
			.map(SettingsText::variable)
			.toList();
	}

	/**
	 * A blank for a run of them: one pattern over many is slow.
	 */
	private static String blank(MatchResult run) {
		return run.group().chars().allMatch((one) -> one == ' ' || one == '\t') ? " " : "\n";
	}

	private static Leaf variable(MatchResult line) {
		String value = line.group(2).strip();
		return new Leaf(List.of(line.group(1)), value.replaceFirst("^([\"'`])(.*)\\1.*$", "$2"));
	}

}
