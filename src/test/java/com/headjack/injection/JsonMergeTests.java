package com.headjack.injection;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class JsonMergeTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                    | {"a":1}               | {"a":1}
			{"a":1}               | {}                    | {"a":1}
			{"a":1,"b":2}         | {"a":3}               | {"a":3,"b":2}
			{"a":{"b":1}}         | {"a":{"c":2}}         | {"a":{"b":1,"c":2}}
			{"a":["x"]}           | {"a":["y","x"]}       | {"a":["x","y"]}
			{"a":{"b":1}}         | {"a":"text"}          | {"a":"text"}
			{"a":["x"]}           | {"a":"y"}             | {"a":"y"}
			{"a":"text"}          | {"a":{"b":1}}         | {"a":{"b":1}}
			{"a":null}            | {"a":["x"]}           | {"a":["x"]}
			""")
	void intoKeepsWhatIsThereAndAddsWhatIsMissing(String target, String additions, String expected) {
		ObjectNode merged = json(target);
		JsonMerge.into(merged, json(additions));
		assertThat(merged).isEqualTo(json(expected));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"a":1}                     | {}                   | {"a":1}
			{"a":1,"b":2}               | {"a":null}           | {"b":2}
			{"a":{"b":["x"],"c":1}}     | {"a":{"b":[]}}       | {"a":{"b":[],"c":1}}
			{"a":{"b":1,"c":1}}         | {"a":{"b":null}}     | {"a":{"c":1}}
			{"a":{"b":1}}               | {"a":{"d":{"b":[]}}} | {"a":{"b":1}}
			{"a":"text"}                | {"a":{"b":null}}     | {"a":"text"}
			{"a":"text","b":1}          | {"a":[]}             | {"b":1}
			{}                          | {"a":[],"b":{"c":1}} | {}
			""")
	void removeTakesNoMoreThanTheShapeNames(String target, String shape, String expected) {
		ObjectNode left = json(target);
		JsonMerge.remove(left, json(shape));
		assertThat(left).isEqualTo(json(expected));
	}

	private static ObjectNode json(String text) {
		return (ObjectNode) new JsonMapper().readTree(text);
	}

}
