package com.headjack.store.vault;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import com.headjack.secret.Secret;

/**
 * A secret as Vault keeps it, in text fields.
 *
 * @param fields the fields
 */
record StoredValue(Map<String, String> fields) {

	static final String TEXT = "value";

	static final String BYTES = "base64";

	StoredValue {
		fields = Map.copyOf(fields);
	}

	/**
	 * Creates the fields for a secret. A text stays readable to other programs; other
	 * bytes are encoded in base64.
	 */
	static StoredValue of(Secret secret) {
		return secret.use((bytes) -> {
			try {
				String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
				return new StoredValue(Map.of(TEXT, text));
			}
			catch (CharacterCodingException ex) {
				return new StoredValue(Map.of(BYTES, Base64.getEncoder().encodeToString(bytes)));
			}
		});
	}

	/**
	 * Reads the secret from the fields.
	 * @return the secret, or empty if the fields are not ours
	 */
	Optional<Secret> secret() {
		String text = this.fields.get(TEXT);
		if (text != null) {
			return Optional.of(Secret.of(text));
		}
		try {
			return Optional.ofNullable(this.fields.get(BYTES)).map(Base64.getDecoder()::decode).map(Secret::wiping);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return "StoredValue" + this.fields.keySet();
	}

}
