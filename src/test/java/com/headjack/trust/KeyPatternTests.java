package com.headjack.trust;

import java.util.Arrays;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class KeyPatternTests {

	@ParameterizedTest
	@CsvSource({ "/env/A, env/A, x, true", "/env/A, env/B, x, false", "/env/A, env, x, false",
			"/env/*_PROXY, env/HTTPS_PROXY, x, true", "/env/*_PROXY, env/https_proxy, x, true",
			"/env/*_PROXY, env/PROXY, x, false", "/hooks, hooks/SessionStart/0, x, true",
			"/hooks/*/*/command, hooks/a/0/command, x, true", "/hooks/*/command, hooks/a/0/command, x, false",
			"/a=true, a, true, true", "/a=true, a, false, false", "/, '', x, true", "/a.b, axb, x, false",
			"/a=*b*c*, a, xBxCx, true", "/a=*b*c*, a, xcxbx, false", "/a=ab*bc, a, abc, false",
			"/a=ab*bc, a, abbc, true", "/a=**, a, x, true", "/a=*b*b*, a, xbx, false" })
	void matchesIsByPartAndValue(String pattern, String path, String value, boolean matches) {
		Leaf leaf = new Leaf(Arrays.stream(path.split("/")).filter((part) -> !part.isEmpty()).toList(), value);
		assertThat(KeyPattern.parse(pattern).matches(leaf)).isEqualTo(matches);
	}

}
