package com.headjack.worktree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.worktree.TransferTip.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class TransferTipTests {

	private static final String ID = "0123456789abcdef0123456789abcdef01234567";

	@Test
	void parseReadsEachKind() {
		assertThat(TransferTip.parse(ID + " heads/feat/x")).contains(new TransferTip(ID, Kind.HEADS, "feat/x"));
		assertThat(TransferTip.parse(ID + " stash/12")).contains(new TransferTip(ID, Kind.STASH, "12"));
		assertThat(TransferTip.parse(ID + " uncommitted")).contains(new TransferTip(ID, Kind.UNCOMMITTED, ""));
		assertThat(TransferTip.parse(ID + " detached")).contains(new TransferTip(ID, Kind.DETACHED, ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "headjack", ID, ID + " heads/", ID + " heads/../../config", ID + " heads/a b",
			ID + " heads/-x", ID + " tags/v1", ID + " stash/x", ID + " uncommitted/x", "--all heads/x", "0123 heads/x",
			ID + " heads/x\u001b[2J" })
	void parseOfAnotherFormIsEmpty(String line) {
		assertThat(TransferTip.parse(line)).isEmpty();
	}

}
