package com.headjack.session;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import com.headjack.injection.SettingsChange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SettingsFileTests {

	static String line(String content) {
		return "123-45 " + Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void parseGivesContentAndChecksum() {
		SettingsFile file = SettingsFile.parse(".a.json", line("{\"a\":{\"b\":1}}"));
		assertThat(file.seen()).isEqualTo("123-45");
		assertThat(file.content().at("/a/b").asInt()).isEqualTo(1);
	}

	@Test
	void parseWhenThereIsNoFileGivesAnEmptyOneThatWasNotSeen() {
		assertThat(SettingsFile.parse(".a.json", "")).isEqualTo(SettingsFile.missing());
		assertThat(SettingsFile.parse(".a.json", line(" \n")).content()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "[1]", "{CANARY", "\"CANARY\"" })
	void parseWhenItIsNoObjectTellsWithoutItsContent(String content) {
		assertThatExceptionOfType(SessionException.class)
			.isThrownBy(() -> SettingsFile.parse("/x/.a.json", line(content)))
			.withMessage("/x/.a.json in the container is not a JSON object")
			.withNoCause()
			.satisfies((ex) -> assertThat(ex.remedy())
				.hasValue("correct or remove it there: 'hjk exec BRANCH --no-mux -- rm /x/.a.json'"));
	}

	@Test
	void withKeepsWhatIsThereAndWhatItWasSeenWith() {
		SettingsFile file = SettingsFile.parse(".a.json", line("{\"kept\":1,\"a\":{\"b\":1}}"));
		SettingsFile merged = file.with(SettingsChange
			.adding(JsonNodeFactory.instance.objectNode().set("a", JsonNodeFactory.instance.objectNode().put("c", 2))));
		assertThat(merged.seen()).isEqualTo("123-45");
		assertThat(merged.content()).isEqualTo(new JsonMapper().readTree("{\"kept\":1,\"a\":{\"b\":1,\"c\":2}}"));
		assertThat(new JsonMapper().readTree(merged.text())).isEqualTo(merged.content());
		assertThat(file.content().at("/a/c").isMissingNode()).isTrue();
	}

}
