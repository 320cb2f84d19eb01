package com.headjack.store.file;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import com.headjack.secret.Secret;
import com.headjack.store.namesake.MalformedItemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PasswordEncryptionTests {

	// Written by the Go library that the namesake uses.
	private static final String NAMESAKES = """
			eyJhbGciOiJQQkVTMi1IUzI1NitBMTI4S1ciLCJjcmVhdGVkIjoiMjAyNi0xMS0yNyAxNDoxOTowMS45MDMzOTczODMgKzAw\
			MDAgVVRDIG09KzAuMDAwNjgzOTUyIiwiZW5jIjoiQTI1NkdDTSIsInAyYyI6ODE5MiwicDJzIjoiNkw2ZTNwMm9KUldNYmtx\
			bCJ9.Kv7gj4gQ2rIokml5qYyNJtQ57MqLtkMupi5BbOQdJgBn5t8mWAJwnQ.UyYRkpdEd41OQAsx.sgdDqaOYNg2KMfjobT7\
			zv_Czx_Q_p_xMmoT8blkTj6GrOLQuvYjQi4cecTWg6Hq17_fxopJD40QmB5pYm_s4wrmev4FfS17sBjnRVlLCoq2Ji-r6GDZ\
			oj1H6sj0tXQhsJ_ni27ICFFFFvi94KkGefp8AIlYl9YNnhmpHrGwgIXw-C_ATHMZb01x1nCnQ7wYyGmlTfSxtD8_Ce2mRBtL\
			uloZfGbB8-g0IeN1mjuLgm3eDDINvN8KCG9FDr35ISKbn4FgaCdXQ_tscwzs2q9vndO6Ot5_if1oB6nBxlEHnAZGKywUYilT\
			ZbsYbexGpIYIvVknFC3t6X4jofZG1jqznW8Uw.nxeNoX9CMQLkBImBsrFfvQ""";

	private static final String PASSWORD = "FAKE-pässword";

	private final PasswordEncryption encryption = new PasswordEncryption(1_000);

	@Test
	void encryptWritesWhatAnotherImplementationReads() throws GeneralSecurityException {
		String[] parts = new String(encrypted("CANARY-value"), StandardCharsets.US_ASCII).split("\\.");
		assertThat(JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(parts[0])).path("p2c").asInt())
			.isEqualTo(1_000);
		assertThat(PlainJca.decrypt(parts, PASSWORD)).isEqualTo("CANARY-value");
	}

	@Test
	void decryptReadsWhatTheNamesakeWrote() {
		try (Secret password = Secret.of("FAKE-password")) {
			byte[] json = this.encryption.decrypt(NAMESAKES.getBytes(StandardCharsets.US_ASCII), password)
				.orElseThrow();
			assertThat(new String(json, StandardCharsets.UTF_8)).startsWith("{\"Key\":\"claude-credential\",\"Data\":");
		}
	}

	@Test
	void noOtherRandomPasswordDecrypts() {
		Random random = new Random(7);
		for (int i = 0; i < 100; i++) {
			byte[] password = new byte[1 + random.nextInt(16)];
			random.nextBytes(password);
			byte[] other = password.clone();
			other[random.nextInt(other.length)] ^= (byte) (1 + random.nextInt(255));
			byte[] lossy = new String(password, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
			byte[] sealed = this.encryption.encrypt(new byte[] { 1 }, Secret.of(password));
			assertThat(this.encryption.opens(sealed, Secret.of(password))).isTrue();
			assertThat(this.encryption.opens(sealed, Secret.of(other))).isFalse();
			assertThat(this.encryption.opens(sealed, Secret.of(lossy))).isEqualTo(Arrays.equals(lossy, password));
		}
	}

	@Test
	void encryptOfTheSameTextDiffersEachTime() {
		assertThat(encrypted("CANARY")).isNotEqualTo(encrypted("CANARY"));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "0", "-1", "999", "1000001", "2147483647", "99999999999999999999", "1e3", "\"1000\"", "null" })
	void decryptWhenTheIterationsAreUnreasonableThrows(String iterations) {
		assertMalformed("""
				{"alg":"PBES2-HS256+A128KW","enc":"A256GCM","p2c":%s,"p2s":"AAAAAAAAAAAAAAAA"}"""
			.formatted(iterations));
	}

	@ParameterizedTest
	@ValueSource(strings = { "1000", "8192", "600000", "1000000" })
	void parseWhenTheIterationsAreReasonableReadsThem(String iterations) {
		String header = """
				{"alg":"PBES2-HS256+A128KW","enc":"A256GCM","p2c":%s,"p2s":"AAAAAAAAAAAAAAAA"}""".formatted(iterations);
		assertThat(CompactForm.parse(withHeader(header)).getHeader().getPBES2Count())
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
	void decryptWhenTheHeaderIsNotOursThrows(String header) {
		assertMalformed(header);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "....", "a.b.c.d", "a.b.c.d.e.f", "é", "CANARY" })
	void parseWhenNotInFivePartsThrows(String text) {
		assertThatExceptionOfType(MalformedItemException.class)
			.isThrownBy(() -> CompactForm.parse(text.getBytes(StandardCharsets.UTF_8)))
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
		assertThatExceptionOfType(MalformedItemException.class).isThrownBy(() -> CompactForm.parse(withHeader(header)));
	}

	private byte[] withHeader(String header) {
		String compact = new String(encrypted("CANARY"), StandardCharsets.US_ASCII);
		String encoded = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(header.getBytes(StandardCharsets.UTF_8));
		return (encoded + compact.substring(compact.indexOf('.'))).getBytes(StandardCharsets.US_ASCII);
	}

	private byte[] encrypted(String text) {
		try (Secret password = Secret.of(PASSWORD)) {
			return this.encryption.encrypt(text.getBytes(StandardCharsets.UTF_8), password);
		}
	}

}
