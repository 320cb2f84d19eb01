package com.headjack.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random bytes in arguments, prompts, names and passwords, under a locale without a
 * language, one of another script, and one of another encoding: all arrive exactly, or
 * are refused with a hint.
 */
class BytesIntegrationTests extends InstanceTestBase {

	private static final List<String> LOCALES = List.of("C", "fa_IR.UTF-8", "de_DE.ISO-8859-1");

	private static final String KEY = Canary.key("sk-ant-api03-");

	private static final String ALPHABET = "azAZ09üßñчяあ漢ع۴€";

	private static final String LOG_IN = "printf %s " + KEY + " | HEADJACK_KEYRING_PASSWORD=$value "
			+ "\"$hjk\" auth claude --method apikey";

	private static final String LOOK = "HEADJACK_KEYRING_PASSWORD=$value \"$hjk\" auth status";

	private static final String AGENT = """
			title: Mine
			command: sh
			flags: [-c, 'printf %s "$0" >/tmp/prompt']
			logins:
			  apikey:
			    variable: MINE_KEY
			    accepts:
			      pattern: mine-.+
			      expected: a key that starts with mine-
			    environment:
			      MINE_KEY: ${credential}
			""";

	/**
	 * Runs a script with a value, which Java cannot give to a program, and prints its
	 * output in hexadecimal digits.
	 */
	private static final String WITH_VALUE = """
			hjk=$1
			out=$2
			value=$(printf "$3x")
			value=${value%x}
			export LC_ALL="$4"
			(SCRIPT) >"$out"
			code=$?
			LC_ALL=C od -An -v -tx1 "$out"
			exit $code
			""";

	private final Random random = new Random(12);

	@Test
	void argumentsAndPromptsArriveOrAreRefused() throws IOException {
		Path agents = Files.createDirectories(this.product.home().resolve(".config/headjack/agents"));
		Files.writeString(agents.resolve("mine.yaml"), AGENT);
		this.product.piped("mine-FAKE", "auth", "mine", "--method", "apikey").done();
		this.product.hjk("run", "feat/x").done();
		for (String locale : LOCALES) {
			for (byte[] value : List.of(bytes(), text(), anyText())) {
				assertArrivedOrRefused(value,
						tried(locale, value, "\"$hjk\" exec feat/x --no-mux -- printf %s \"$value\""));
			}
			String prompt = "\"$hjk\" agent feat/x mine -d --name %s -p \"$value\"";
			byte[] text = text();
			tried(locale, text, prompt.formatted(name(locale))).done();
			this.product.log("feat/x", name(locale));
			assertThat(this.product.inside("feat/x", "cat /tmp/prompt")).isEqualTo(string(text));
			assertRefused(tried(locale, bytes(), prompt.formatted("refused")));
		}
	}

	@Test
	void namesArriveOrAreRefused() {
		for (String locale : LOCALES) {
			byte[] name = text();
			assertThat(tried(locale, name, "\"$hjk\" ps \"$value\"").errors()).contains('"' + string(name) + '"');
			assertRefused(tried(locale, bytes(), "\"$hjk\" ps \"$value\""));
			String account = "printf %s " + KEY + " | \"$hjk\" auth claude --method apikey --account \"$value\"";
			tried(locale, name, account).done();
			assertThat(this.product.hjk("auth", "status").done()).contains(' ' + string(name) + ' ');
			assertRefused(tried(locale, bytes(), account));
		}
	}

	@Test
	void branchIsMadeByItsName() {
		byte[] branch = "feat/größe".getBytes(StandardCharsets.UTF_8);
		try {
			tried("C", branch, "\"$hjk\" run \"$value\"").done();
			assertThat(this.product.git("branch", "--list", "feat/*", "--format", "%(refname:short)"))
				.isEqualTo("feat/größe\n");
		}
		finally {
			tried("C", branch, "\"$hjk\" rm -f \"$value\"").done();
		}
	}

	@Test
	void noOtherPasswordOpensTheStore() {
		for (String locale : LOCALES) {
			byte[] password = bytes();
			this.product.with("XDG_CONFIG_HOME", this.folder.resolve(name(locale)).toString());
			tried(locale, password, LOG_IN).done();
			for (byte[] other : List.of(changed(password), lossy(password))) {
				tried(locale, other, LOOK).assertFailed(1, "the password does not open", "HEADJACK_KEYRING_PASSWORD");
			}
			assertThat(decoded(tried(LOCALES.getFirst(), password, LOOK).done())).contains("API key");
		}
	}

	private static void assertArrivedOrRefused(byte[] value, Hjk.Result result) {
		if (Arrays.equals(string(value).getBytes(StandardCharsets.UTF_8), value)) {
			assertThat(decoded(result.done())).isEqualTo(string(value));
		}
		else {
			assertRefused(result);
		}
	}

	private static void assertRefused(Hjk.Result result) {
		result.assertFailed(2, "which is not UTF-8", "locale");
		assertThat(result.output()).isBlank();
	}

	private Hjk.Result tried(String locale, byte[] value, String script) {
		return this.product.command("sh", "-c", WITH_VALUE.replace("SCRIPT", script), "sh",
				this.product.launcher().toString(), this.folder.resolve("out").toString(), octal(value), locale);
	}

	private static String octal(byte[] value) {
		StringBuilder text = new StringBuilder();
		for (byte octet : value) {
			text.append('\\').append((octet >> 6) & 3).append((octet >> 3) & 7).append(octet & 7);
		}
		return text.toString();
	}

	private static String decoded(String hex) {
		return string(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
	}

	private static String string(byte[] utf8) {
		return new String(utf8, StandardCharsets.UTF_8);
	}

	private static String name(String locale) {
		return locale.replaceAll("\\W", "-").toLowerCase(Locale.ROOT);
	}

	/**
	 * Bytes that are not UTF-8.
	 */
	private byte[] bytes() {
		byte[] bytes = new byte[12];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) (1 + this.random.nextInt(255));
		}
		bytes[this.random.nextInt(bytes.length)] = (byte) (0xf8 + this.random.nextInt(8));
		return bytes;
	}

	/**
	 * Letters and digits of several scripts.
	 */
	private byte[] text() {
		return this.random.ints(12, 0, ALPHABET.length())
			.mapToObj((index) -> ALPHABET.substring(index, index + 1))
			.collect(Collectors.joining())
			.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Text of any characters, those that move a cursor included.
	 */
	private byte[] anyText() {
		StringBuilder text = new StringBuilder("\n\t\u001b\u007f\ufffd");
		this.random.ints(12, 1, 0x10_ffff).filter((code) -> code >>> 11 != 0x1b).forEach(text::appendCodePoint);
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private byte[] changed(byte[] password) {
		byte[] other = password.clone();
		int place = this.random.nextInt(other.length);
		other[place] = (byte) ((other[place] == (byte) 0xe9) ? 0xe8 : 0xe9);
		return other;
	}

	/**
	 * What a decoder makes of bytes that are not UTF-8.
	 */
	private static byte[] lossy(byte[] password) {
		return string(password).getBytes(StandardCharsets.UTF_8);
	}

}
