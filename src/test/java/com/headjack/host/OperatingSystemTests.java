package com.headjack.host;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OperatingSystemTests {

	@ParameterizedTest
	@CsvSource({ "Linux,LINUX", "LINUX,LINUX", "Mac OS X,MACOS", "Windows 11,WINDOWS", "FreeBSD,OTHER", "Darwin,OTHER",
			"'',OTHER" })
	void parseKnowsNamesOfJava(String name, OperatingSystem expected) {
		assertThat(OperatingSystem.parse(name)).isEqualTo(expected);
	}

}
