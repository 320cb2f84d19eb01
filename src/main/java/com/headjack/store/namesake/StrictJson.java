package com.headjack.store.namesake;

import java.util.function.Consumer;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads and writes flat JSON objects, without copying a secret to a string.
 */
final class StrictJson {

	private static final JsonFactory FACTORY = JsonFactory.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.build();

	private StrictJson() {
	}

	/**
	 * Reads an object.
	 * @param json the object
	 * @param members receives each member's name, with the parser at its value
	 * @throws MalformedItemException if the input is not an object, or holds nested
	 * values
	 */
	static void read(byte[] json, Members members) {
		try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
			expect(parser.nextToken() == JsonToken.START_OBJECT);
			for (String name = parser.nextName(); name != null; name = parser.nextName()) {
				expect(parser.nextToken().isScalarValue());
				members.member(name, parser);
			}
			expect(parser.nextToken() == null);
		}
		// The cause quotes the text that it could not parse, so it is left out.
		catch (JacksonException ex) {
			throw damaged();
		}
	}

	/**
	 * Writes an object.
	 * @param members writes the members
	 * @return the object, which the caller must wipe if it is secret
	 */
	static byte[] write(Consumer<JsonGenerator> members) {
		WipedOutput output = new WipedOutput();
		try (output) {
			try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), output)) {
				generator.writeStartObject();
				members.accept(generator);
				generator.writeEndObject();
				generator.flush();
				return output.toByteArray();
			}
		}
	}

	private static void expect(boolean condition) {
		if (!condition) {
			throw damaged();
		}
	}

	private static MalformedItemException damaged() {
		return new MalformedItemException("its JSON is damaged");
	}

	/**
	 * Receives the members of an object.
	 */
	@FunctionalInterface
	interface Members {

		void member(String name, JsonParser value);

	}

}
