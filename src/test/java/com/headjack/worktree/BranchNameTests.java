package com.headjack.worktree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BranchNameTests {

	@ParameterizedTest
	@ValueSource(strings = { "main", "feat/auth", "a/b/c", "a-b_c.d", "ä", "a@b", "$(x)", "v1.0" })
	void directoryWhenBranchIsValidLeadsBack(String name) {
		BranchName branch = BranchName.of(name);
		assertThat(branch.directory()).doesNotContain("/");
		assertThat(BranchName.fromDirectory(branch.directory())).contains(branch);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', textBlock = """
			"", is empty
			-x, begins with a dash
			a..b, has two dots in a row
			a@{b, contains @{
			"a b", contains a space
			a~b, "contains one of ~ ^ : ? * [ \\"
			a^b, "contains one of ~ ^ : ? * [ \\"
			a:b, "contains one of ~ ^ : ? * [ \\"
			a?b, "contains one of ~ ^ : ? * [ \\"
			a*b, "contains one of ~ ^ : ? * [ \\"
			a[b, "contains one of ~ ^ : ? * [ \\"
			/a, "begins or ends with a slash, or has two in a row"
			a/, "begins or ends with a slash, or has two in a row"
			a//b, "begins or ends with a slash, or has two in a row"
			.a, has a part that begins with a dot
			a/.b, has a part that begins with a dot
			a.lock/b, has a part that ends with .lock
			a.lock, has a part that ends with .lock
			a., ends with a dot
			@, is reserved by git
			HEAD, is reserved by git
			""")
	void ofWhenGitForbidsTheNameTellsWhy(String name, String reason) {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> BranchName.of(name))
			.withMessage("invalid branch name \"" + name + "\": it " + reason)
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED));
	}

	@Test
	void ofWhenNameHasControlCharacterShowsNone() {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> BranchName.of("a\u001b[31m"))
			.withMessage("invalid branch name \"a\\x1b[31m\": it contains a control character");
	}

	@ParameterizedTest
	@CsvSource({ "85,contains a control character", "9b,contains a control character",
			"2028,contains a control character", "feff,contains a control character",
			"d800,contains a control character", "202e,changes the direction of the text",
			"200f,changes the direction of the text", "2066,changes the direction of the text",
			"61c,changes the direction of the text" })
	void ofWhenNameHasInvisibleCharacterShowsItEscaped(String hexadecimal, String reason) {
		int character = Integer.parseInt(hexadecimal, 16);
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> BranchName.of("a" + Character.toString(character) + "b"))
			.withMessage("invalid branch name \"a\\u" + "0".repeat(4 - hexadecimal.length()) + hexadecimal + "b\": it "
					+ reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\ud83d\ude80", "\u200d", "e\u0301", "\u00e9", "\u0645\u06cc\u200c\u062e" })
	void ofWhenNameHasLettersOfOtherScriptsKeepsThem(String name) {
		assertThat(BranchName.of(name)).hasToString(name);
	}

	@Test
	void ofWhenNameIsTooLongForAFileOfGitRefuses() {
		assertThat(BranchName.of("a".repeat(250)).directory()).hasSize(250);
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> BranchName.of("a".repeat(251)))
			.withMessage("invalid branch name \"" + "a".repeat(40) + "\u2026\": it is longer than 250 bytes");
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> BranchName.of("\u00e4".repeat(126)))
			.withMessageContaining("is longer than 250 bytes");
	}

	@ParameterizedTest
	@ValueSource(strings = { ".logs", "a~", "~a", "a~~b", "HEAD", "-x", "a.lock" })
	void fromDirectoryWhenNoBranchHasTheNameGivesNothing(String directory) {
		assertThat(BranchName.fromDirectory(directory)).isEmpty();
	}

}
