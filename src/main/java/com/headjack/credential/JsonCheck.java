package com.headjack.credential;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import com.headjack.agent.Accepts;
import com.headjack.agent.Age;
import com.headjack.agent.Refusal;
import com.headjack.agent.Source;

/**
 * Checks whether a JSON object is a login.
 */
final class JsonCheck {

	private final LoginJson json;

	private final CaptureLog log;

	private final Clock clock;

	JsonCheck(LoginJson json, CaptureLog log, Clock clock) {
		this.json = json;
		this.log = log;
		this.clock = clock;
	}

	/**
	 * Checks an object.
	 * @param text the text of the object
	 * @return the text, or that of the object as a member where the agent has several
	 * files
	 * @throws CredentialException if it is no login
	 */
	String accepted(Subject subject, String text, JsonNode node) {
		if (lacks(subject.accepts(), node).isPresent()) {
			JsonNode bundle = bundle(subject.login().source(), node);
			if (lacks(subject.accepts(), bundle).isEmpty()) {
				require(subject, bundle);
				return bundle.toString();
			}
		}
		require(subject, node);
		return text;
	}

	private void require(Subject subject, JsonNode node) {
		Accepts accepts = subject.accepts();
		accepts.refuses().stream().filter((state) -> is(state, node)).findFirst().ifPresent((state) -> {
			throw subject.refused(state.says(), state.remedy());
		});
		lacks(accepts, node).ifPresent((member) -> {
			throw subject.refused(reason(node, member));
		});
		accepts.tokens()
			.stream()
			.filter((member) -> !this.json.isToken(text(node, member)))
			.findFirst()
			.ifPresent((member) -> {
				throw subject.refused("has a %s that is cut off, or not a token".formatted(words(member)));
			});
		requireAge(subject, accepts.age(), node);
	}

	private void requireAge(Subject subject, @Nullable Age age, JsonNode node) {
		if (age == null) {
			return;
		}
		OffsetDateTime renewed = LoginJson.date(text(node, age.member()))
			.orElseThrow(() -> subject.refused("has a %s that is not a date and time".formatted(words(age.member()))));
		long days = ChronoUnit.DAYS.between(renewed.toInstant(), this.clock.instant());
		if (days >= age.days()) {
			this.log.warned("%s was last renewed on %s, %s days ago, and may be out of use: if it is, %s"
				.formatted(subject, renewed.toLocalDate(), days, subject.renewal()));
		}
	}

	private static boolean is(Refusal state, JsonNode node) {
		return state.where()
			.entrySet()
			.stream()
			.allMatch((member) -> member.getValue().matches(text(node, member.getKey())));
	}

	private JsonNode bundle(@Nullable Source source, JsonNode node) {
		return Optional.ofNullable(source)
			.flatMap(Source::firstMember)
			.<JsonNode>map((member) -> this.json.object().set(member, node))
			.orElse(node);
	}

	private static Optional<String> lacks(Accepts accepts, JsonNode node) {
		return accepts.members().stream().filter((member) -> text(node, member).isBlank()).findFirst();
	}

	private static String reason(JsonNode node, String member) {
		String holder = nearest(node, member);
		if (!isEmpty(node.at(holder))) {
			return "lacks " + words(member);
		}
		return holder.isEmpty() ? "is an empty object: it is logged out"
				: "has an empty %s: it is logged out".formatted(words(holder));
	}

	/**
	 * The member, or the innermost one of those around it that is there.
	 */
	private static String nearest(JsonNode node, String member) {
		String holder = member;
		while (node.at(holder).isMissingNode()) {
			holder = holder.substring(0, holder.lastIndexOf('/'));
		}
		return holder;
	}

	private static boolean isEmpty(JsonNode node) {
		return node.isContainer() ? node.isEmpty() : node.asString("").isBlank();
	}

	private static String text(JsonNode node, String member) {
		return node.at(member).asString("");
	}

	private static String words(String member) {
		return member.substring(1).replace('/', '.');
	}

}
