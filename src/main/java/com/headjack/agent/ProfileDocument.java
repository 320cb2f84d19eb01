package com.headjack.agent;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

/**
 * A profile in YAML, where nearly everything is optional.
 */
record ProfileDocument(@Nullable String title, @Nullable String vendor, @Nullable String command,
		@Nullable List<String> flags, @Nullable List<String> prompt, @Nullable Map<String, String> environment,
		@Nullable Set<String> conflicts, @Nullable Map<String, Map<String, Object>> settings,
		@Nullable List<RepositoryDocument> repository, @Nullable List<String> conversations,
		@Nullable Map<String, String> homes, @Nullable List<QuestionDocument> questions,
		@Nullable Map<LoginMethod, LoginDocument> logins) {

	private static final List<String> PROMPT_ALONE = List.of("${prompt}");

	AgentProfile toProfile(AgentId id, Patterns patterns) {
		String command = required(this.command, "command");
		Map<LoginMethod, LoginDocument> logins = required(this.logins, "logins");
		String title = Objects.requireNonNullElse(this.title, id.value());
		return new AgentProfile(id, title, Objects.requireNonNullElse(this.vendor, title), command, orEmpty(this.flags),
				Objects.requireNonNullElse(this.prompt, PROMPT_ALONE), orEmpty(this.environment),
				Objects.requireNonNullElse(this.conflicts, Set.of()), orEmpty(this.settings),
				orEmpty(this.repository).stream().map(RepositoryDocument::toSettings).toList(),
				orEmpty(this.conversations),
				orEmpty(this.homes).entrySet()
					.stream()
					.map((entry) -> Home.parse(entry.getKey(), entry.getValue()))
					.toList(),
				orEmpty(this.questions).stream().map((question) -> question.toQuestion(patterns)).toList(),
				logins.entrySet()
					.stream()
					.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> entry.getValue().toLogin(patterns))));
	}

	String settingsAndFlags() {
		return orEmpty(this.flags) + " " + orEmpty(this.settings) + " " + orEmpty(this.questions) + " "
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

	/**
	 * Parses the regular expressions of the profile.
	 */
	interface Patterns {

		ProfilePattern parse(String text);

		default @Nullable ProfilePattern optional(@Nullable String text) {
			return (text != null) ? parse(text) : null;
		}

	}

	record QuestionDocument(@Nullable String asks, @Nullable List<String> shows, @Nullable String answered,
			@Nullable Map<String, Map<String, Object>> settings, @Nullable String file) {

		Question toQuestion(Patterns patterns) {
			return new Question(required(this.asks, "asks"), required(this.shows, "shows"),
					patterns.optional(this.answered), orEmpty(this.settings), this.file);
		}

	}

	record LoginDocument(@Nullable String variable, @Nullable AcceptsDocument accepts, @Nullable SourceDocument source,
			@Nullable List<String> instructions, @Nullable Map<String, String> environment,
			@Nullable Map<String, String> files, @Nullable Map<String, Map<String, Object>> settings,
			@Nullable Renewal renewal) {

		Login toLogin(Patterns patterns) {
			SourceDocument source = this.source;
			return new Login(required(this.variable, "variable"), required(this.accepts, "accepts").toAccepts(patterns),
					(source != null) ? source.toSource(patterns) : null, orEmpty(this.instructions),
					orEmpty(this.environment), orEmpty(this.files), orEmpty(this.settings),
					Objects.requireNonNullElse(this.renewal, Renewal.UNKNOWN));
		}

	}

	record AcceptsDocument(@Nullable String pattern, @Nullable List<String> members, @Nullable List<String> tokens,
			@Nullable List<RefusalDocument> refuses, @Nullable Age age, @Nullable String expected) {

		Accepts toAccepts(Patterns patterns) {
			return new Accepts(patterns.optional(this.pattern), orEmpty(this.members), orEmpty(this.tokens),
					orEmpty(this.refuses).stream().map((state) -> state.toRefusal(patterns)).toList(), this.age,
					required(this.expected, "expected"));
		}

	}

	record RefusalDocument(@Nullable Map<String, String> where, @Nullable String says, @Nullable String remedy) {

		Refusal toRefusal(Patterns patterns) {
			return new Refusal(
					orEmpty(this.where).entrySet()
						.stream()
						.collect(Collectors.toMap(Map.Entry::getKey, (entry) -> patterns.parse(entry.getValue()))),
					required(this.says, "says"), required(this.remedy, "remedy"));
		}

	}

	record SourceDocument(@Nullable String folder, @Nullable String variable, @Nullable String home,
			@Nullable String file, @Nullable Map<String, String> files, @Nullable List<SignDocument> signs,
			@Nullable String command) {

		Source toSource(Patterns patterns) {
			return new Source(required(this.folder, "folder"), this.variable, this.home, this.file, orEmpty(this.files),
					orEmpty(this.signs).stream().map((sign) -> sign.toSign(patterns)).toList(), this.command);
		}

	}

	record SignDocument(@Nullable String file, @Nullable String pattern, @Nullable String until, @Nullable String says,
			@Nullable String remedy, @Nullable Boolean decides) {

		Sign toSign(Patterns patterns) {
			return new Sign(required(this.file, "file"), patterns.optional(this.pattern), patterns.optional(this.until),
					required(this.says, "says"), required(this.remedy, "remedy"), Boolean.TRUE.equals(this.decides));
		}

	}

	record RepositoryDocument(@Nullable List<String> files, RepositorySettings.@Nullable Format format,
			@Nullable List<EffectDocument> effects) {

		RepositorySettings toSettings() {
			return new RepositorySettings(required(this.files, "files"), required(this.format, "format"),
					required(this.effects, "effects").stream().map(EffectDocument::toEffect).toList());
		}

	}

	record EffectDocument(@Nullable List<String> keys, @Nullable String does) {

		RepositorySettings.Effect toEffect() {
			return new RepositorySettings.Effect(required(this.keys, "keys"), required(this.does, "does"));
		}

	}

}
