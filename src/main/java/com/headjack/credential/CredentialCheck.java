package com.headjack.credential;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.headjack.agent.Accepts;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.Login;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.Source;
import com.headjack.failure.FailureKind;
import com.headjack.secret.Secret;

/**
 * Checks whether a text is a credential of a login method.
 */
final class CredentialCheck {

	private final Recognition recognition;

	private final CaptureLog log;

	private final JsonMapper json = new JsonMapper();

	CredentialCheck(Recognition recognition, CaptureLog log) {
		this.recognition = recognition;
		this.log = log;
	}

	/**
	 * Checks the user's input.
	 * @return the credential, without surrounding white space
	 * @throws CredentialException if the input is not a valid credential of this method
	 */
	Credential check(AgentProfile profile, LoginMethod method, Secret given) {
		Login login = profile.login(method).orElseThrow(() -> noSuchLogin(profile, method));
		String text = given.reveal().strip();
		if (text.isEmpty()) {
			throw refused(profile, method, "is empty", login.accepts());
		}
		return new Credential(method, Secret.of(accepted(profile, method, login, text)));
	}

	private String accepted(AgentProfile profile, LoginMethod method, Login login, String text) {
		Accepts accepts = login.accepts();
		if (accepts.pattern() != null) {
			PastedText found = PastedText.find(accepts.pattern(), text)
				.orElseThrow(() -> refused(profile, method, unlike(text, "does not look like one"), accepts));
			found.removed().forEach(this.log::repaired);
			return found.text();
		}
		JsonNode node = parse(text).orElseThrow(() -> refused(profile, method, unlike(text, "is not JSON"), accepts));
		if (complete(accepts, node)) {
			return text;
		}
		JsonNode bundle = bundle(login.source(), node);
		if (complete(accepts, bundle)) {
			return bundle.toString();
		}
		throw refused(profile, method, "lacks " + missing(accepts, node), accepts);
	}

	private String unlike(String text, String otherwise) {
		return this.recognition.recognise(text).map((other) -> "looks like " + other).orElse(otherwise);
	}

	private Optional<JsonNode> parse(String text) {
		try {
			return Optional.of(this.json.readTree(text)).filter(JsonNode::isObject);
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private JsonNode bundle(@Nullable Source source, JsonNode node) {
		return Optional.ofNullable(source)
			.flatMap(Source::firstMember)
			.<JsonNode>map((member) -> this.json.createObjectNode().set(member, node))
			.orElse(node);
	}

	private static boolean complete(Accepts accepts, JsonNode node) {
		return accepts.members().stream().allMatch((member) -> present(node, member));
	}

	private static String missing(Accepts accepts, JsonNode node) {
		return accepts.members()
			.stream()
			.filter((member) -> !present(node, member))
			.map((member) -> member.substring(1).replace('/', '.'))
			.findFirst()
			.orElseThrow();
	}

	private static boolean present(JsonNode node, String member) {
		return !node.at(member).asString("").isBlank();
	}

	private static CredentialException refused(AgentProfile profile, LoginMethod method, String why, Accepts accepts) {
		return new CredentialException(FailureKind.FAILED, "the %s for %s %s".formatted(method, profile.id(), why),
				"expected " + accepts.expected());
	}

	private static CredentialException noSuchLogin(AgentProfile profile, LoginMethod method) {
		return new CredentialException(FailureKind.MISUSED, profile.id() + " has no login by " + method, null);
	}

}
