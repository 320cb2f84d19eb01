package com.headjack.wire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

class FitTests {

	@Test
	@EnabledOnOs(OS.LINUX)
	void currentWhenSystemIsLinuxTellsUserAndNamespaces() {
		assertThat(Fit.current()).anyMatch((line) -> line.startsWith("Uid:"))
			.anyMatch((line) -> line.startsWith("Groups:"))
			.anyMatch((line) -> line.startsWith("net:["))
			.anyMatch((line) -> line.startsWith("Max file size"))
			.anyMatch((line) -> line.matches("Nice: -?\\d+"))
			.isEqualTo(Fit.current());
	}

}
