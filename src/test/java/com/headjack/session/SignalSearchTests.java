package com.headjack.session;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SignalSearchTests {

	private final List<String> signals = new ArrayList<>();

	private final SignalSearch search = new SignalSearch(
			(signal) -> this.signals.add(new String(signal, StandardCharsets.UTF_8)));

	private void write(String output) {
		byte[] bytes = output.getBytes(StandardCharsets.UTF_8);
		this.search.write(bytes, 0, bytes.length);
	}

	@Test
	void writeFindsSignals() {
		write("a\033]52;c;aGVsbG8=\007b\033]9;d\u00f6ne\033\\c\033]777;notify;t;b\007\033\033]9;2\007");
		assertThat(this.signals).containsExactly("\033]52;c;aGVsbG8=\007", "\033]9;d\u00f6ne\007",
				"\033]777;notify;t;b\007", "\033]9;2\007");
	}

	@Test
	void writeFindsSignalsThatAreWrappedForTmux() {
		write("\033Ptmux;\033\033]52;c;aGVsbG8=\007\033\\");
		write("\033Ptmux;\033\033]9;done\033\033\\\033\\");
		assertThat(this.signals).containsExactly("\033]52;c;aGVsbG8=\007", "\033]9;done\007");
	}

	@Test
	void writeFindsSignalsThatComeInPieces() {
		"\033]9;done\007".chars().forEach(this.search::write);
		assertThat(this.signals).containsExactly("\033]9;done\007");
	}

	@Test
	void writePassesNothingElse() {
		write("\033]0;title\007\033]777;headjack-begin\007\033]1337;File=x\007\033P+q544e\033\\\033[1m\033]9;cut\033[m");
		write("\033]52;c;" + "A".repeat(2 * 1024 * 1024) + "\007");
		assertThat(this.signals).isEmpty();
	}

}
