package com.headjack.credential;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import com.headjack.agent.LoginMethod;
import com.headjack.secret.Secret;
import com.headjack.secret.SecretJson;
import com.headjack.store.SecretCorruptException;
import com.headjack.store.SecretName;

/**
 * Encodes a credential as <code>{"type":…,"value":…}</code>, and decodes it. Its facts
 * are further members, which may be missing, and which a reader of these two does not
 * need.
 */
final class CredentialCodec {

	Secret encode(Credential credential) {
		ObjectNode node = SecretJson.mapper()
			.createObjectNode()
			.put("type", credential.method().value())
			.put("value", credential.value().reveal());
		FactMembers.put(node, credential.facts());
		return Secret.wiping(SecretJson.mapper().writeValueAsBytes(node));
	}

	Credential decode(SecretName name, Secret stored) {
		JsonNode node = stored.use((utf8) -> parse(name, utf8));
		LoginMethod method = LoginMethod.parse(node.path("type").asString("")).orElseThrow(() -> corrupt(name));
		if (!node.path("value").isString()) {
			throw corrupt(name);
		}
		return new Credential(method, Secret.of(node.path("value").asString()), FactMembers.of(node));
	}

	private JsonNode parse(SecretName name, byte[] utf8) {
		try {
			return SecretJson.mapper().readTree(utf8);
		}
		catch (JacksonException ex) {
			// Without its cause, whose message quotes the secret.
			throw corrupt(name);
		}
	}

	private static SecretCorruptException corrupt(SecretName name) {
		return new SecretCorruptException("the secret stored as " + name + " is not a credential",
				"run 'hjk auth " + name.words() + "' to store it again");
	}

}
