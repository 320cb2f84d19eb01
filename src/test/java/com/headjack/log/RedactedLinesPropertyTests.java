package com.headjack.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.redaction.KnownSecret;
import com.headjack.redaction.Redaction;
import com.headjack.screen.Transcript;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random output with secrets in it, on terminals of any width: broken by the terminal, or
 * by the program itself.
 */
class RedactedLinesPropertyTests {

	private static final int CASES = 25_000;

	private static final String MARK = "[redacted claude]";

	private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

	@ParameterizedTest
	@ValueSource(longs = { 1, 2 })
	void lineWhenTheTerminalBrokeItHidesTheSecret(long seed) throws IOException {
		Random random = new Random(seed);
		for (int i = 0; i < CASES; i++) {
			String secret = "sk-" + word(random, 5 + random.nextInt(60));
			String text = text(random, secret);
			String shown = shown(random, secret, 2 + random.nextInt(90), text.replace("\n", "\r\n"), false);
			assertThat(shown).as("case %s of %s", i, seed).isEqualTo(text.replace(secret, MARK).replace(" \n", "\n"));
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 3, 4 })
	void lineWhenTheProgramBrokeItHidesTheSecret(long seed) throws IOException {
		Random random = new Random(seed);
		for (int i = 0; i < CASES; i++) {
			String secret = "sk-" + word(random, 5 + random.nextInt(60));
			String text = text(random, secret);
			int width = 2 + random.nextInt(90);
			String frame = random.nextBoolean() ? "" : "\u2502 ";
			StringBuilder broken = new StringBuilder();
			for (int at = 0; at < text.length(); at += width) {
				broken.append(frame)
					.append(text.substring(at, Math.min(text.length(), at + width)).replace("\n", " "))
					.append("\r\n");
			}
			String shown = shown(random, secret, width + 2, broken.toString(), true);
			assertThat(letters(shown)).as("case %s of %s", i, seed).isEqualTo(letters(text.replace(secret, MARK)));
		}
	}

	private static String letters(String text) {
		return text.replaceAll("[\\s\u2502]", "");
	}

	private static String text(Random random, String secret) {
		StringBuilder text = new StringBuilder();
		for (int i = 1 + random.nextInt(3); i > 0; i--) {
			text.append(word(random, random.nextInt(30))).append((random.nextInt(3) == 0) ? "\n" : ":");
			text.append(secret).append((random.nextInt(3) == 0) ? "\n" : " ");
		}
		return text.append(word(random, 1 + random.nextInt(9))).append("\n").toString();
	}

	private static String word(Random random, int length) {
		StringBuilder word = new StringBuilder();
		for (int i = 0; i < length; i++) {
			word.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
		}
		return word.toString();
	}

	private static String shown(Random random, String secret, int columns, String output, boolean looks)
			throws IOException {
		StringBuilder shown = new StringBuilder();
		try (Redaction redaction = Redaction.of(List.of(new KnownSecret("claude", Secret.of(secret))))) {
			RedactedLines lines = new RedactedLines(() -> redaction,
					(line, goesOn) -> shown.append(line).append(goesOn ? "" : "\n"));
			Transcript transcript = new Transcript(1 + random.nextInt(9), columns, lines);
			byte[] bytes = output.getBytes(StandardCharsets.UTF_8);
			int done = 0;
			while (done < bytes.length) {
				int count = Math.min(bytes.length - done, 1 + random.nextInt(100));
				transcript.write(bytes, done, count);
				if (looks && random.nextInt(9) == 0) {
					transcript.settle(false);
				}
				done += count;
			}
			transcript.finish();
			lines.finish();
		}
		return shown.toString();
	}

}
