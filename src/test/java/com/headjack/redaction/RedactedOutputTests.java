package com.headjack.redaction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class RedactedOutputTests {

	private static final String TOKEN = "sk-FAKE-CANARY-0123";

	private final ByteArrayOutputStream target = new ByteArrayOutputStream();

	private final Redaction redaction = Redaction
		.of(List.of(known("claude", TOKEN), known("codex work", "-----FAKE\nkey\"\\-----"), known("short", "FAKE-12"),
				known("accents", "p\u00e4ssw\u00f6rd-FAKE")));

	private static KnownSecret known(String owner, String secret) {
		return new KnownSecret(owner, Secret.of(secret));
	}

	private String redacted(String text) throws IOException {
		try (RedactedOutput output = this.redaction.filter(this.target)) {
			output.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return written();
	}

	private String written() {
		return this.target.toString(StandardCharsets.UTF_8);
	}

	@ParameterizedTest
	@CsvSource(ignoreLeadingAndTrailingWhitespace = false,
			value = { "key=sk-FAKE-CANARY-0123.,key=[redacted claude].",
					"sk-FAKE-CANARY-0123sk-FAKE-CANARY-0123,[redacted claude][redacted claude]",
					"sk-sk-FAKE-CANARY-0123,sk-[redacted claude]", "sk-FAKE-CANARY-012,sk-FAKE-CANARY-012",
					"SK-FAKE-CANARY-0123,SK-FAKE-CANARY-0123", "FAKE-12 FAKE-12,FAKE-12 FAKE-12",
					"my p\u00e4ssw\u00f6rd-FAKE!,my [redacted accents]!" })
	void writeGivesTheTextWithoutTheSecret(String text, String expected) throws IOException {
		assertThat(redacted(text)).isEqualTo(expected);
	}

	@Test
	void writeWhenLinesFramesOrSequencesBreakTheSecretKeepsThem() throws IOException {
		assertThat(redacted("| sk-FAKE\r\n  \u001b[1;31m-CANARY\u001b[4;1H-0123 |"))
			.isEqualTo("| [redacted claude]\r\n  \u001b[1;31m\u001b[4;1H |");
	}

	@Test
	void writeWhenTheSecretIsInATitleHidesIt() throws IOException {
		assertThat(
				redacted("a\u001b]0;" + TOKEN + "\u0007b\u001b]2;" + TOKEN + "\u001b\\c\u001bk" + TOKEN + "\u001b\\"))
			.isEqualTo(
					"a\u001b]0;[redacted claude]\u0007b\u001b]2;[redacted claude]\u001b\\c\u001bk[redacted claude]\u001b\\");
	}

	@Test
	void writeWhenATitleIsWithinTheSecretHidesTheSecretAlone() throws IOException {
		assertThat(redacted("sk-FAKE-\u001b]0;my title\u0007CANARY-0123"))
			.isEqualTo("[redacted claude]\u001b]0;my title\u0007");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-----FAKE\nkey\"\\-----", "-----FAKE\\nkey\\\"\\\\-----" })
	void writeWhenTheSecretHasSpecialCharactersKnowsItInJsonToo(String form) throws IOException {
		assertThat(redacted("<" + form + ">").replace("\n", "")).isEqualTo("<[redacted codex work]>");
	}

	@Test
	void writeWhenASecretIsWithinAnotherNamesTheLongerOne() throws IOException {
		try (Redaction two = Redaction.of(List.of(known("a", "FAKE-0123"), known("b", "CANARY-FAKE-0123-4")));
				RedactedOutput output = two.filter(this.target)) {
			output.write("CANARY-FAKE-0123-4 CANARY-FAKE-0123-5".getBytes(StandardCharsets.UTF_8));
		}
		assertThat(written()).isEqualTo("[redacted b] CANARY-[redacted a]-5");
	}

	@Test
	void writeHoldsBackOnlyWhatMayBeginASecret() throws IOException {
		RedactedOutput output = this.redaction.filter(this.target);
		output.write("all of it, s".getBytes(StandardCharsets.UTF_8));
		assertThat(written()).isEqualTo("all of it, ");
		output.write('!');
		assertThat(written()).isEqualTo("all of it, s!");
	}

	@Test
	void settlePassesOnAShortBeginningAndStillHidesTheRest() throws IOException {
		RedactedOutput output = this.redaction.filter(this.target);
		output.write("$ sk-F".getBytes(StandardCharsets.UTF_8));
		output.settle();
		assertThat(written()).isEqualTo("$ sk-F");
		output.write(TOKEN.substring(4, 10).getBytes(StandardCharsets.UTF_8));
		output.settle();
		assertThat(written()).isEqualTo("$ sk-F");
		output.write(TOKEN.substring(10).getBytes(StandardCharsets.UTF_8));
		output.close();
		assertThat(written()).isEqualTo("$ sk-F[redacted claude]");
	}

	@Test
	void leavesWhatNeitherHoldsASecretNorMayGoOnAsOne() throws IOException {
		RedactedOutput output = this.redaction.filter(this.target);
		assertThat(output.leaves("plain text, a é and FAKE-12.")).isTrue();
		assertThat(output.leaves("a " + TOKEN + ".")).isFalse();
		assertThat(output.leaves("it ends in s")).isFalse();
		output.write("sk".getBytes(StandardCharsets.UTF_8));
		assertThat(output.leaves(".")).isFalse();
		output.settle();
		assertThat(output.leaves("-FAKE-CANARY-0123 .")).isFalse();
	}

	@Test
	void skipWhenASecretGoesOnHidesItsRest() throws IOException {
		try (RedactedOutput output = this.redaction.filter(this.target)) {
			output.skip("before sk-FAKE-CA".getBytes(StandardCharsets.UTF_8));
			output.write("NARY-0123 after".getBytes(StandardCharsets.UTF_8));
		}
		assertThat(written()).isEqualTo("[redacted claude] after");
	}

	@Test
	void skipWhenNoSecretGoesOnShowsNothingOfIt() throws IOException {
		try (RedactedOutput output = this.redaction.filter(this.target)) {
			output.skip("before sk-FAKE-CA".getBytes(StandardCharsets.UTF_8));
			output.write("N after".getBytes(StandardCharsets.UTF_8));
		}
		assertThat(written()).isEqualTo("N after");
	}

	@Test
	void writeWhenTheSecretNeverEndsHoldsBackALimitedPart() throws IOException {
		RedactedOutput output = this.redaction.filter(this.target);
		byte[] blanks = " ".repeat(1024).getBytes(StandardCharsets.US_ASCII);
		output.write(TOKEN.substring(0, 12).getBytes(StandardCharsets.UTF_8));
		for (int i = 0; i < 4096; i++) {
			output.write(blanks);
		}
		assertThat(this.target.size()).isEqualTo(12 + 3 * 1024 * 1024);
	}

	@Test
	void writeAsksForTheSecretsAtTheFirstByte() throws IOException {
		AtomicInteger asked = new AtomicInteger();
		try (RedactedOutput output = new RedactedOutput(() -> {
			asked.incrementAndGet();
			return Redaction.none();
		}, this.target)) {
			output.write(new byte[0]);
			output.skip(new byte[0]);
			output.settle();
			assertThat(asked).hasValue(0);
			output.write(TOKEN.getBytes(StandardCharsets.UTF_8));
			output.write('\n');
			output.settle();
		}
		assertThat(asked).hasValue(1);
		assertThat(written()).isEqualTo(TOKEN + "\n");
	}

	@Test
	void closeOfTheRedactionForgetsTheSecrets() throws IOException {
		this.redaction.close();
		assertThat(redacted(TOKEN)).isEqualTo(TOKEN);
		assertThat(this.redaction).hasToString("Redaction[4]");
	}

}
