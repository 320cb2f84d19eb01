package com.headjack.agent;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoginTests {

	private static final Accepts JSON = new Accepts(null, List.of("/a"), "JSON");

	@Test
	void clashesWithWhenBothPlaceTheSameFile() {
		assertThat(placing("a").clashesWith(placing("a"))).isTrue();
		assertThat(placing("a").clashesWith(placing("b"))).isFalse();
	}

	@Test
	void clashesWithWhenASettingHasAnotherValue() {
		assertThat(setting(Map.of("b", 1)).clashesWith(setting(Map.of("b", 2)))).isTrue();
		assertThat(setting(Map.of("b", 1)).clashesWith(setting(Map.of("b", 1)))).isFalse();
		assertThat(setting(Map.of("b", 1)).clashesWith(setting(Map.of("c", 2)))).isFalse();
	}

	@Test
	void clashesWithWhenASettingHasAnotherType() {
		assertThat(setting(Map.of("b", Map.of("c", 1))).clashesWith(setting(Map.of("b", "text")))).isTrue();
		assertThat(setting(Map.of("b", List.of(1))).clashesWith(setting(Map.of("b", "text")))).isTrue();
		assertThat(setting(Map.of("b", "text")).clashesWith(setting(Map.of("b", List.of(1))))).isTrue();
	}

	@Test
	void clashesWithComparesMembersOfMembers() {
		assertThat(setting(Map.of("b", Map.of("c", 1))).clashesWith(setting(Map.of("b", Map.of("c", 2))))).isTrue();
		assertThat(setting(Map.of("b", Map.of("c", 1))).clashesWith(setting(Map.of("b", Map.of("d", 2))))).isFalse();
	}

	@Test
	void clashesWithWhenListsDifferIsFalseForTheyAreMerged() {
		assertThat(setting(Map.of("b", List.of(1))).clashesWith(setting(Map.of("b", List.of(2))))).isFalse();
	}

	private static Login placing(String file) {
		return new Login("X", JSON, null, List.of(), Map.of(), Map.of(file, "${credential}"), Map.of(),
				Renewal.UNKNOWN);
	}

	private static Login setting(Map<String, Object> values) {
		return new Login("X", JSON, null, List.of(), Map.of(), Map.of(), Map.of("a.json", values), Renewal.UNKNOWN);
	}

}
