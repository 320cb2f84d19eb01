package com.headjack.host;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.failure.HeadjackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HomeFolderTests {

	@ParameterizedTest
	@CsvSource({ "LINUX,/home/me,/home/me", "LINUX,'',/registered", "LINUX,me,''", "WINDOWS,me,/registered",
			"LINUX,/home/m\udcfc,''" })
	void homeIsAnAbsolutePath(OperatingSystem system, String home, String expected) {
		assertThat(HomeFolder.of(system, Map.of("HOME", home), "/registered")).isEqualTo(Path.of(expected));
	}

	@Test
	void homeWhenUnsetIsTheRegisteredOne() {
		assertThat(HomeFolder.of(OperatingSystem.LINUX, Map.of(), "/registered")).isEqualTo(Path.of("/registered"));
		assertThat(HomeFolder.of(OperatingSystem.LINUX, Map.of(), "?")).isEqualTo(Path.of(""));
	}

	@Test
	void requireWhenThereIsNoneThrows() {
		assertThat(HomeFolder.require(Path.of("/home"))).isEqualTo(Path.of("/home"));
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> HomeFolder.require(Path.of("")))
			.withMessageContaining("HOME is not an absolute path");
	}

}
