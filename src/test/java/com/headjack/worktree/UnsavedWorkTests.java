package com.headjack.worktree;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class UnsavedWorkTests {

	@ParameterizedTest
	@CsvSource({ "1,2,0,1 uncommitted file and 2 unpushed commits", "3,1,0,3 uncommitted files and 1 unpushed commit",
			"2,0,0,2 uncommitted files", "0,1,0,1 unpushed commit", "0,0,2,2 stashed changes",
			"0,0,0,no unsaved work" })
	void toStringNamesWhatThereIs(int files, int commits, int stashes, String expected) {
		assertThat(new UnsavedWork(files, commits, stashes, List.of(), List.of())).hasToString(expected);
	}

}
