package com.headjack.redaction;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class SecretSearchTests {

	private static final String SECRET = "1//FAKE/CANARY+0123=\"~\n?>~";

	private final SecretSearch search = SecretSearch.of(List.of(new KnownSecret("gemini", Secret.of(SECRET)),
			new KnownSecret("claude", Secret.of("FAKE-CANARY-4567")), new KnownSecret("short", Secret.of("FAKE-99"))));

	private List<String> found(byte[] content) {
		SecretScan scan = this.search.scan();
		for (byte octet : content) {
			scan.write(octet);
		}
		assertThat(scan.size()).isEqualTo(content.length);
		return scan.found();
	}

	static Stream<String> forms() {
		String json = JsonMapper.shared().writeValueAsString(SECRET);
		String url = URLEncoder.encode(SECRET, StandardCharsets.UTF_8).replace("%7E", "~");
		Stream<String> encoded = IntStream.range(0, 9).boxed().flatMap((before) -> {
			byte[] bytes = ("x".repeat(before) + SECRET + "y".repeat(before / 3)).getBytes(StandardCharsets.UTF_8);
			return Stream
				.of(Base64.getEncoder(), Base64.getUrlEncoder(), Base64.getUrlEncoder().withoutPadding(),
						Base64.getMimeEncoder(20, "\n".getBytes(StandardCharsets.US_ASCII)))
				.map((encoder) -> encoder.encodeToString(bytes));
		});
		return Stream.concat(Stream.of(SECRET, json, json.replace("/", "\\/"), url,
				url.toLowerCase(Locale.ROOT).replace("fake", "FAKE").replace("canary", "CANARY"),
				"a\u001b[1m" + SECRET.replace("0", "\u001b[31m0") + "b"), encoded);
	}

	@ParameterizedTest
	@MethodSource("forms")
	void scanFindsEachForm(String form) {
		assertThat(found(form.getBytes(StandardCharsets.UTF_8))).containsExactly("gemini");
		assertThat(found(("before " + form + " after").getBytes(StandardCharsets.UTF_16LE))).containsExactly("gemini");
	}

	@Test
	void scanNamesEachOwnerOnce() {
		assertThat(found((SECRET + " FAKE-CANARY-4567 " + SECRET + "FAKE-99").getBytes(StandardCharsets.UTF_8)))
			.containsExactly("claude", "gemini");
	}

	@Test
	void scanWhenThereIsNoSecretFindsNothing() {
		byte[] content = new byte[1024 * 1024];
		new Random(1).nextBytes(content);
		assertThat(found(content)).isEmpty();
		assertThat(found("FAKE-99 FAKE-CANARY-456".getBytes(StandardCharsets.UTF_8))).isEmpty();
	}

	@Test
	void scanTellsWhereTheLettersOfTheSecretsAre() {
		byte[] content = "a FAKE-CAN\n  ARY-45\u001b[1m67 FAKE-99 FAKE-CANARY-4567".getBytes(StandardCharsets.UTF_8);
		SecretScan scan = this.search.scan((place) -> content[(int) place] = '*');
		for (int i = 0; i < content.length; i += 7) {
			scan.write(content.clone(), i, Math.min(7, content.length - i));
		}
		assertThat(new String(content, StandardCharsets.UTF_8))
			.isEqualTo("a ********\n  ******\u001b[1m** FAKE-99 ****************");
	}

	@Test
	void closeForgetsTheSecrets() {
		this.search.close();
		assertThat(found(SECRET.getBytes(StandardCharsets.UTF_8))).isEmpty();
		assertThat(this.search).hasToString("SecretSearch[3]");
	}

}
