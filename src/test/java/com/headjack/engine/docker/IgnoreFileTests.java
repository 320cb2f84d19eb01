package com.headjack.engine.docker;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class IgnoreFileTests {

	@ParameterizedTest
	@CsvSource({ "secret,secret", "secret,secret/below/it", "/secret,secret", "./a//b/,a/b", "a/../b,b", "*.log,x.log",
			"**/*.log,x.log", "**/*.log,a/b/x.log", "**/node_modules,a/node_modules/x", "a/**,a/b/c", "a/**/z,a/z",
			"a/**/z,a/b/c/z", "fil?,file", "[a-c]x,bx", "[^a-c]x,dx", "\\*,*", "a.b,a.b", "*,anything/at/all",
			"[open,[open" })
	void ignoresWhenAPatternFitsIsTrue(String pattern, String path) {
		assertThat(IgnoreFile.parse(pattern).ignores(path)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "secret,other", "secret,a/secret", "*.log,a/x.log", "fil?,fil/", "[^a-c]x,ax", "a.b,axb", "a/**/z,az",
			"\\*,x", "#secret,secret", "(x,x" })
	void ignoresWhenNoPatternFitsIsFalse(String pattern, String path) {
		assertThat(IgnoreFile.parse(pattern).ignores(path)).isFalse();
	}

	@Test
	void ignoresWhenAnExceptionFollowsTheLastRuleCounts() {
		IgnoreFile file = IgnoreFile.parse("""
				# all but
				*

				  !config/kept
				config/kept/no
				""");
		assertThat(file.ignores("other")).isTrue();
		assertThat(file.ignores("config")).isTrue();
		assertThat(file.ignores("config/kept/yes")).isFalse();
		assertThat(file.ignores("config/kept/no")).isTrue();
		assertThat(file.simple()).isFalse();
		assertThat(IgnoreFile.parse("a\nb").simple()).isTrue();
	}

}
