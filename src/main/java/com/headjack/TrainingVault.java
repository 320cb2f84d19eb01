package com.headjack;

import java.util.Optional;

/**
 * Answers as a Vault server would that keeps one login.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2">its
 * API</a>
 */
final class TrainingVault {

	private static final String ALL_ANSWERS = """
			{"data":{"type":"kv","options":{"version":"2"},"keys":["claude-credential"],\
			"current_version":1,"versions":{"1":{"deletion_time":"","destroyed":false}},"version":1,\
			"metadata":{"version":1},"data":{"value":"{\\"type\\":\\"apikey\\",\\"value\\":\\"sk-ant-api03-FAKE\\"}"}}}""";

	private TrainingVault() {
	}

	static Optional<String> answer(String path) {
		return Optional.of(ALL_ANSWERS);
	}

}
