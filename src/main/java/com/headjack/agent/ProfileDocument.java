package com.headjack.agent;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * A profile as it stands in YAML, where nearly everything may be left out.
 */
record ProfileDocument(@Nullable String title, @Nullable String command, @Nullable List<String> flags,
		@JsonProperty("prompt-flag") @Nullable String promptFlag, @Nullable Map<String, String> environment,
		@Nullable Map<String, Map<String, Object>> settings, @Nullable Map<LoginMethod, LoginDocument> logins) {

	AgentProfile toProfile(AgentId id) {
		String command = required(this.command, "command");
		Map<LoginMethod, LoginDocument> logins = required(this.logins, "logins");
		return new AgentProfile(id, Objects.requireNonNullElse(this.title, id.value()), command, orEmpty(this.flags),
				this.promptFlag, orEmpty(this.environment), orEmpty(this.settings),
				logins.entrySet()
					.stream()
					.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().toLogin())));
	}

	String settingsAndFlags() {
		return orEmpty(this.flags) + " " + orEmpty(this.settings) + " "
				+ orEmpty(this.logins).values().stream().map((login) -> orEmpty(login.settings)).toList();
	}

	private static <T> T required(@Nullable T value, String name) {
		Assert.isTrue(value != null, () -> "'" + name + "' is needed");
		return Objects.requireNonNull(value);
	}

	private static <T> List<T> orEmpty(@Nullable List<T> list) {
		return (list != null) ? list : List.of();
	}

	private static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> map) {
		return (map != null) ? map : Map.of();
	}

	record LoginDocument(@Nullable String variable, @Nullable AcceptsDocument accepts, @Nullable SourceDocument source,
			@Nullable List<String> instructions, @Nullable Map<String, String> environment,
			@Nullable Map<String, String> files, @Nullable Map<String, Map<String, Object>> settings) {

		Login toLogin() {
			SourceDocument source = this.source;
			return new Login(required(this.variable, "variable"), required(this.accepts, "accepts").toAccepts(),
					(source != null) ? source.toSource() : null, orEmpty(this.instructions), orEmpty(this.environment),
					orEmpty(this.files), orEmpty(this.settings));
		}

	}

	record AcceptsDocument(@Nullable String pattern, @Nullable List<String> members, @Nullable String expected) {

		Accepts toAccepts() {
			return new Accepts((this.pattern != null) ? Pattern.compile(this.pattern) : null, orEmpty(this.members),
					required(this.expected, "expected"));
		}

	}

	record SourceDocument(@Nullable String folder, @Nullable String variable, @Nullable String file,
			@Nullable Map<String, String> files) {

		Source toSource() {
			return new Source(required(this.folder, "folder"), this.variable, this.file, orEmpty(this.files));
		}

	}

}
