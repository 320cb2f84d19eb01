package com.headjack.session;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TmuxKeyTests {

	@ParameterizedTest
	@CsvSource(delimiter = ' ', quoteCharacter = '"', textBlock = """
			C-b C-b Ctrl-B
			C-A C-a Ctrl-A
			^q C-q Ctrl-Q
			Ctrl-B C-b Ctrl-B
			ctrl+space C-Space Ctrl-Space
			C-] C-] Ctrl-]
			C-\\ C-\\ Ctrl-\\
			M-a M-a Alt-a
			Alt-` M-` Alt-`
			f12 F12 F12
			none None None
			""")
	void parseGivesTmuxsNameAndTheKeyboards(String text, String name, String shown) {
		assertThat(TmuxKey.parse(text).name()).isEqualTo(name);
		assertThat(TmuxKey.parse(text)).hasToString(shown);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "b", "C-", "C-[", "C-m", "C-i", "C-j", "C-1", "M-;", "M-Space", "M-F1", "F13", "F0",
			"Space", "C-b;kill-server", "C-M-a", "C-\u00e4", "Escape", "#{x}" })
	void parseWhenTheTextIsNoPrefixSaysWhatIs(String text) {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> TmuxKey.parse(text))
			.withMessage("attach.prefix is \"" + text + "\", which cannot be a prefix key")
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED))
			.satisfies((ex) -> assertThat(ex.remedy())
				.hasValueSatisfying((remedy) -> assertThat(remedy).contains("C-b").contains("none")));
	}

}
