package com.headjack.store.file;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.PasswordBasedDecrypter;
import com.nimbusds.jose.crypto.PasswordBasedEncrypter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.secret.Secret;
import com.headjack.store.namesake.MalformedItemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EncryptedTextTests {

	private static final String PASSWORD = "FAKE-pässword";

	private final PasswordEncryption encryption = new PasswordEncryption(1_000);

	@Test
	void compactIsReadByAnotherImplementation() throws Exception {
		JWEObject read = JWEObject.parse(new String(encrypted("CANARY-value").compact(), StandardCharsets.US_ASCII));
		read.decrypt(new PasswordBasedDecrypter(PASSWORD));
		assertThat(read.getPayload()).hasToString("CANARY-value");
	}

	@Test
	void parseReadsWhatTheNamesakeWrites() throws JOSEException {
		JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.PBES2_HS256_A128KW, EncryptionMethod.A256GCM)
			.customParam("created", "2025-12-01 10:00:00.123 +0100 CET m=+0.012")
			.build();
		JWEObject written = new JWEObject(header, new Payload("CANARY-value"));
		written.encrypt(new PasswordBasedEncrypter(PASSWORD, 12, 8192));
		EncryptedText read = EncryptedText.parse(written.serialize().getBytes(StandardCharsets.US_ASCII));
		assertThat(decrypted(read)).isEqualTo("CANARY-value");
	}

	@Test
	void compactOfTheSameTextDiffersEachTime() {
		assertThat(encrypted("CANARY").compact()).isNotEqualTo(encrypted("CANARY").compact());
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "0", "-1", "999", "1300001", "2147483647", "99999999999999999999", "1e3", "\"1000\"", "null" })
	void parseWhenTheIterationsAreUnreasonableThrows(String iterations) {
		assertMalformed("""
				{"alg":"PBES2-HS256+A128KW","enc":"A256GCM","p2c":%s,"p2s":"AAAAAAAAAAAAAAAA"}"""
			.formatted(iterations));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1000", "8192", "600000", "1300000" })
	void parseWhenTheIterationsAreReasonableReadsThem(String iterations) {
		String header = """
				{"alg":"PBES2-HS256+A128KW","enc":"A256GCM","p2c":%s,"p2s":"AAAAAAAAAAAAAAAA"}""".formatted(iterations);
		assertThat(EncryptedText.parse(withHeader(header)).header().iterations())
			.isEqualTo(Integer.parseInt(iterations));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "{}", "1", "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}",
			"{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128CBC-HS256\",\"p2c\":1000,\"p2s\":\"AAAAAAAAAAAAAAAA\"}",
			"{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A256GCM\",\"p2c\":1000}",
			"{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A256GCM\",\"p2c\":1000,\"p2s\":\"AAAA\"}",
			"{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A256GCM\",\"p2c\":1000,\"p2s\":\"?\"}",
			"{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A256GCM\",\"p2c\":1000,\"p2s\":\"AAAAAAAAAAAAAAAA\",\"zip\":\"DEF\"}",
			"{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A256GCM\",\"p2c\":1000,\"p2s\":\"AAAAAAAAAAAAAAAA\",\"crit\":[\"x\"]}",
			"{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A256GCM\",\"p2c\":1000,\"p2s\":\"AAAAAAAAAAAAAAAA\",\"p2c\":2000}",
			"{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A256GCM\",\"p2c\":1000,\"p2s\":\"AAAAAAAAAAAAAAAA\"}x" })
	void parseWhenTheHeaderIsNotOursThrows(String header) {
		assertMalformed(header);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "....", "a.b.c.d", "a.b.c.d.e.f", "é", "CANARY" })
	void parseWhenNotInFivePartsThrows(String text) {
		assertThatExceptionOfType(MalformedItemException.class)
			.isThrownBy(() -> EncryptedText.parse(text.getBytes(StandardCharsets.UTF_8)))
			.withMessageNotContaining("CANARY");
	}

	@Test
	void decryptWithAnotherPasswordIsEmpty() {
		try (Secret wrong = Secret.of("FAKE-wrong")) {
			assertThat(this.encryption.decrypt(encrypted("CANARY"), wrong)).isEmpty();
			assertThat(this.encryption.opens(encrypted("CANARY"), wrong)).isFalse();
		}
	}

	private void assertMalformed(String header) {
		assertThatExceptionOfType(MalformedItemException.class)
			.isThrownBy(() -> EncryptedText.parse(withHeader(header)));
	}

	private byte[] withHeader(String header) {
		String compact = new String(encrypted("CANARY").compact(), StandardCharsets.US_ASCII);
		String encoded = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(header.getBytes(StandardCharsets.UTF_8));
		return (encoded + compact.substring(compact.indexOf('.'))).getBytes(StandardCharsets.US_ASCII);
	}

	private EncryptedText encrypted(String text) {
		try (Secret password = Secret.of(PASSWORD)) {
			return this.encryption.encrypt(text.getBytes(StandardCharsets.UTF_8), password);
		}
	}

	private String decrypted(EncryptedText encrypted) {
		try (Secret password = Secret.of(PASSWORD)) {
			return new String(this.encryption.decrypt(encrypted, password).orElseThrow(), StandardCharsets.UTF_8);
		}
	}

}
