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
			a@{b, has @{
			"a b", has a blank
			a~b, "has one of ~ ^ : ? * [ \\"
			a^b, "has one of ~ ^ : ? * [ \\"
			a:b, "has one of ~ ^ : ? * [ \\"
			a?b, "has one of ~ ^ : ? * [ \\"
			a*b, "has one of ~ ^ : ? * [ \\"
			a[b, "has one of ~ ^ : ? * [ \\"
			/a, "begins or ends with a slash, or has two in a row"
			a/, "begins or ends with a slash, or has two in a row"
			a//b, "begins or ends with a slash, or has two in a row"
			.a, has a part that begins with a dot
			a/.b, has a part that begins with a dot
			a.lock/b, has a part that ends with .lock
			a.lock, has a part that ends with .lock
			a., ends with a dot
			@, is a word of git's own
			HEAD, is a word of git's own
			""")
	void ofWhenGitForbidsTheNameTellsWhy(String name, String reason) {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> BranchName.of(name))
			.withMessage("invalid branch name \"" + name + "\": it " + reason)
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED));
	}

	@Test
	void ofWhenNameHasControlCharacterShowsNone() {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> BranchName.of("a\u001b[31m"))
			.withMessage("invalid branch name \"a?[31m\": it has a control character");
	}

	@Test
	void ofWhenNameIsTooLongForAFolderRefuses() {
		assertThat(BranchName.of("a".repeat(255)).directory()).hasSize(255);
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> BranchName.of("ä".repeat(128)))
			.withMessageContaining("is longer than 255 bytes");
	}

	@ParameterizedTest
	@ValueSource(strings = { ".logs", "a~", "~a", "a~~b", "HEAD", "-x", "a.lock" })
	void fromDirectoryWhenNoBranchHasTheNameGivesNothing(String directory) {
		assertThat(BranchName.fromDirectory(directory)).isEmpty();
	}

}
