package com.headjack.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class SettingTests {

	/**
	 * For each form the values that it takes, and those that it does not take.
	 */
	static Stream<Arguments> values() {
		return Stream.of(arguments(Form.AGENT, of("claude", "my-agent", "3po"), of("A", "a b", "-a", "a".repeat(33))),
				arguments(Form.ENGINE_NAME, of("big", "local"), of("Big", "a b", "")),
				arguments(Form.ENGINE_ADDRESS, of("ssh://me@big", "my-context", "tcp://[::1]:2376"), of("a b", "a\nb")),
				arguments(Form.IMAGE,
						of("a", "a:b", "headjack/agent:latest", "localhost:5000/a/b_c:1.2-x", "[::1]:5000/a",
								"Host.example/a", "4bcff63911fc", "sha256:4bcff63911fc", "a@sha256:" + "0f".repeat(32)),
						of("-a", "a b", "a:", "A", "a:b:c", "a/", "/a", "a//b:", "a@sha256:0", "$IMAGE", "a\nb")),
				arguments(Form.ACCOUNT, of("work", "a@b.example", "é"), of("a b", "a\tb", "a".repeat(65))),
				arguments(Form.FOLDER, of("/srv/x", "~", "~/x y", "C:\\x", "C:/x", "/"),
						of("x", "./x", "../x", "~user/x", "$HOME/x", "/${x}", "C:x", "/a\nb")),
				arguments(Form.NUMBER, of("1", "64", "999999"), of("0", "-1", "1.5", "64M", "1000000", "١")),
				arguments(Form.MEMORY, of("6m", "8g", "512M", "9999g", "10000000", "10000000b", "10000k", "none"),
						of("0", "5m", "8gb", "8 g", "1.5g", "lots", "-1", "None")),
				arguments(Form.PROCESSES, of("1", "999999", "none"), of("0", "-1", "1000000", "many")),
				arguments(Form.ADDRESS, of("https://v.example:8200", "http://[::1]:8200/v"),
						of("v.example:8200", "ftp://v", "https://", "https://a@v", "https://v?x", "https://v /")),
				arguments(Form.KEY,
						of("C-b", "c-B", "Ctrl-b", "ctrl+b", "^b", "C-]", "C-Space", "M-a", "Alt-a", "Alt+x", "F1",
								"f12", "none", "NONE"),
						of("b", "C-", "C-i", "C-j", "C-m", "C-[", "C-bb", "S-b", "F0", "F13", "Tab", "M-;", "C-M-b")),
				arguments(Form.PATH, of("secret", "kv/team", "/kv/team/", "a b", "..."),
						of("/", "a//b", "../a", "a/..", "a/./b", "a\nb")),
				arguments(Form.WORDS, of("--x", "[a, b]", "[\"\", b]"),
						of("[a", "[[a]]", "[]", "[\"\"]", "--model opus")),
				arguments(Form.VARIABLES, of("A=b", "A=", "{A: ''}", "{A: b, C: d}"),
						of("A", "{A}", "[A=b]", "{A: [b]}", "{'A B': c}", "{}", "{A: ~}")),
				arguments(Form.ACCOUNTS, of("web-1f0c3a5e=work", "{web-1f0c3a5e: work, a.b_c-00000000: é}"),
						of("web=work", "work", "{web-1f0c3a5e: a b}", "{web-1f0c3a5e: [work]}", "-1f0c3a5e=work")),
				arguments(Form.ENGINE, of("auto", "podman"), of("dokcer", "Docker")),
				arguments(Form.STORE, of("auto", "file"), of("paper")),
				arguments(Form.SWITCH, of("on", "off"), of("yes", "true", "ON")),
				arguments(Form.RESIDENT, of("auto", "on", "off"), of("maybe")),
				arguments(Form.NOTIFICATIONS, of("none", "bell", "all"), of("some")),
				arguments(Form.LOGIN, of("token", "jwt"), of("tokne")));
	}

	@Test
	void valuesOfAllFormsAreTried() {
		assertThat(values().map((row) -> row.get()[0])).containsExactlyInAnyOrder((Object[]) Form.values());
	}

	@ParameterizedTest
	@MethodSource("values")
	void settingsTakeWhatTheirFormTakes(Form form, List<String> taken, List<String> refused) {
		keys(form).forEach((key) -> {
			assertThat(taken).allSatisfy((text) -> assertThat(key.value(List.of(text)).shown()).isNotEmpty());
			assertThat(refused).allSatisfy((text) -> refuses(key, text));
		});
	}

	@ParameterizedTest
	@EnumSource
	void settingsTakeNoBlankValue(Setting setting) {
		ConfigurationKey key = key(setting);
		for (String blank : of("", " ", "\t\n")) {
			assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> key.value(List.of(blank)))
				.withMessage("the value for " + key + " is empty")
				.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED))
				.satisfies((ex) -> assertThat(ex.remedy())
					.contains("use " + setting.takes() + "; 'hjk config --unset " + key + "' removes it"));
		}
	}

	private static void refuses(ConfigurationKey key, String text) {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> key.value(List.of(text)))
			.satisfies((ex) -> assertThat(ex.remedy().orElse("")).containsAnyOf("use ", "write all of it in quotes"))
			.satisfies((ex) -> assertThat(ex.getMessage()).contains(key.toString()));
	}

	private static List<ConfigurationKey> keys(Form form) {
		return Arrays.stream(Setting.values())
			.filter((setting) -> setting.form() == form)
			.map(SettingTests::key)
			.toList();
	}

	private static ConfigurationKey key(Setting setting) {
		return ConfigurationKey.parse(setting.keyOf("claude"));
	}

	private static List<String> of(String... texts) {
		return List.of(texts);
	}

}
