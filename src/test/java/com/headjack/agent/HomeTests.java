package com.headjack.agent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class HomeTests {

	@ParameterizedTest
	@CsvSource({ ".codex,CODEX_HOME,.codex/auth.json,auth.json", ".gemini,G/.gemini,.gemini/a/b,.gemini/a/b",
			".claude.json,C/.claude.json,.claude.json,.claude.json" })
	void placeOfIsBelowTheFolderOfTheVariable(String path, String target, String file, String place) {
		assertThat(Home.parse(path, target).placeOf(file)).contains(place);
	}

	@ParameterizedTest
	@CsvSource({ ".codex,.codex2/a", ".codex,.claude", ".claude,.claude.json" })
	void placeOfAnotherFileIsEmpty(String path, String file) {
		assertThat(Home.parse(path, "HOMES").placeOf(file)).isEmpty();
	}

	@Test
	void parseWithoutAVariableFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> Home.parse(".a", "/folder"))
			.withMessage("'homes' needs the name of a variable for '.a'");
	}

}
