package com.headjack.store.namesake;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ItemTests {

	@Test
	void jsonHasTheFormOfTheNamesake() {
		try (Item item = new Item("claude-credential", utf8("CANARY"))) {
			assertThat(new String(item.json(), StandardCharsets.UTF_8)).isEqualTo("""
					{"Key":"claude-credential","Data":"Q0FOQVJZ","Label":"Headjack - claude-credential",\
					"Description":"Headjack CLI credential"}""");
		}
	}

	@Test
	void parseReadsWhatTheNamesakeWrites() {
		try (Item item = Item.parse(utf8("""
				{"Key":"claude-credential","Data":"Q0FOQVJZ","Label":"Headjack - claude-credential",
				"Description":"Headjack CLI credential","KeychainNotTrustApplication":false,
				"KeychainNotSynchronizable":true}"""))) {
			assertThat(item.key()).isEqualTo("claude-credential");
			assertThat(item.data()).isEqualTo(utf8("CANARY"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "{\"Key\":\"a\"}", "{\"Data\":\"Q0FOQVJZ\"}",
			"{\"Key\":\"a\",\"Data\":\"CANARY!\"}", "{\"Key\":\"a\",\"Data\":5}", "{\"Key\":\"a\",\"Data\":null}",
			"{\"Key\":\"a\",\"Key\":\"b\",\"Data\":\"Q0FOQVJZ\"}", "{\"Key\":\"a\",\"Data\":\"Q0FOQVJZ\",\"More\":{}}",
			"{\"Key\":\"a\",\"Data\":\"Q0FOQVJZ\"}{}", "{\"Key\":\"CANARY" })
	void parseWhenNotAnItemThrows(String json) {
		assertThatExceptionOfType(MalformedItemException.class).isThrownBy(() -> Item.parse(utf8(json)))
			.withMessageNotContaining("CANARY")
			.withNoCause();
	}

	@Test
	void closeWipesTheSecret() {
		byte[] data = utf8("CANARY");
		new Item("a", data).close();
		assertThat(data).containsOnly(0);
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
