package com.headjack.redaction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random secrets in random output, cut into writes anywhere, against a plain search in
 * what a terminal shows of it.
 */
class RedactionPropertyTests {

	private static final int CASES = 25_000;

	private static final List<String> NOISE = List.of(" ", "\n", "\r\n", "\t", "\b", "\u007f", "\u0000", "\u001b[0m",
			"\u001b[12;3H", "\u001b[?25l", "\u001b(B", "\u001b7", "\u001b]0;aab\u0007", "\u001b]8;;http://ab\u001b\\",
			"\u001bPq#ab\u001b\\", "\u2502", "\u00e9", "\u001b[1\u0018", "\u001b[3\u00e9", "\u001b \u001b[38;5;1m");

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4 })
	void writeInAnyPiecesGivesTheTextWithoutTheSecrets(long seed) throws IOException {
		Random random = new Random(seed);
		for (int i = 0; i < CASES; i++) {
			Case some = Case.of(random);
			assertThat(some.redacted(random)).as("case %s of %s: %s", i, seed, some).isEqualTo(some.expected());
		}
	}

	/**
	 * Output as letters, each with the noise before it.
	 */
	private record Case(List<String> secrets, String letters, List<String> noise) {

		static Case of(Random random) {
			List<String> secrets = new ArrayList<>();
			String alphabet = random.nextBoolean() ? "ab" : "abcdefghijkl-_0123456789";
			while (secrets.size() < 1 + random.nextInt(3)) {
				secrets.add(word(random, alphabet, 8 + random.nextInt(6)));
			}
			StringBuilder letters = new StringBuilder();
			for (int i = random.nextInt(6); i >= 0; i--) {
				String secret = secrets.get(random.nextInt(secrets.size()));
				letters.append(switch (random.nextInt(4)) {
					case 0 -> word(random, alphabet, random.nextInt(9));
					case 1 -> secret.substring(0, random.nextInt(secret.length()));
					case 2 -> secret.substring(random.nextInt(secret.length()));
					default -> secret;
				});
			}
			int often = 1 + random.nextInt(20);
			List<String> noise = new ArrayList<>();
			for (int i = 0; i <= letters.length(); i++) {
				noise.add((random.nextInt(often) == 0) ? NOISE.get(random.nextInt(NOISE.size())) : "");
			}
			return new Case(secrets, letters.toString(), noise);
		}

		private static String word(Random random, String alphabet, int length) {
			StringBuilder word = new StringBuilder();
			for (int i = 0; i < length; i++) {
				word.append(alphabet.charAt(random.nextInt(alphabet.length())));
			}
			return word.toString();
		}

		private String text() {
			StringBuilder text = new StringBuilder();
			for (int i = 0; i < this.letters.length(); i++) {
				text.append(this.noise.get(i)).append(this.letters.charAt(i));
			}
			return text.append(this.noise.getLast()).toString();
		}

		String redacted(Random random) throws IOException {
			byte[] all = text().getBytes(StandardCharsets.UTF_8);
			ByteArrayOutputStream target = new ByteArrayOutputStream();
			List<KnownSecret> known = new ArrayList<>();
			for (int i = 0; i < this.secrets.size(); i++) {
				known.add(new KnownSecret("s" + this.secrets.indexOf(this.secrets.get(i)),
						Secret.of(this.secrets.get(i))));
			}
			try (Redaction redaction = Redaction.of(known); RedactedOutput output = redaction.filter(target)) {
				int done = 0;
				while (done < all.length) {
					int count = Math.min(all.length - done, random.nextInt(1 + (1 << random.nextInt(8))));
					output.write(all, done, count);
					done += count;
				}
			}
			return target.toString(StandardCharsets.UTF_8);
		}

		/**
		 * Secrets that share letters are one.
		 */
		String expected() {
			int[] ends = new int[this.letters.length()];
			String[] marks = new String[this.letters.length()];
			for (int at = 0; at < ends.length; at++) {
				for (String secret : this.secrets) {
					if (this.letters.startsWith(secret, at) && at + secret.length() > ends[at]) {
						ends[at] = at + secret.length();
						marks[at] = "[redacted s" + this.secrets.indexOf(secret) + "]";
					}
				}
			}
			StringBuilder text = new StringBuilder();
			int end = 0;
			for (int at = 0; at < ends.length; at++) {
				boolean within = at < end;
				text.append(within ? this.noise.get(at).replaceAll("[\u00e9\u2502]", "") : this.noise.get(at));
				if (ends[at] > 0) {
					text.append(within ? "" : marks[at]);
					end = Math.max(end, ends[at]);
				}
				text.append((at < end) ? "" : this.letters.charAt(at));
			}
			return text.append(this.noise.getLast()).toString();
		}

	}

}
