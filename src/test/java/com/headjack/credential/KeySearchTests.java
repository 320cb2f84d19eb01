package com.headjack.credential;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentProfile;
import com.headjack.agent.LoginMethod;
import com.headjack.agent.TestAgents;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What users paste and pipe. In the texts {@code K} in braces stands for the key.
 */
class KeySearchTests {

	private static final String KEY = TestKeys.CLAUDE_KEY;

	private final AgentCatalog catalog = TestAgents.builtIn();

	private final RecordingLog log = new RecordingLog();

	private final List<String> told = this.log.repairs;

	@ParameterizedTest
	@ValueSource(strings = { "{K}", " {K}\n", "{K}\r\n", "{K}\r", "\t{K}\n\n", "\u3000{K}\u2028" })
	void checkWhenTheKeyStandsAloneSaysNothing(String text) {
		assertThat(claude(text)).isEqualTo(KEY);
		assertThat(this.told).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "export ANTHROPIC_API_KEY={K}\n", "export ANTHROPIC_API_KEY=\"{K}\"",
			"ANTHROPIC_API_KEY='{K}'", "ANTHROPIC_API_KEY={K} # my key", "ANTHROPIC_API_KEY = {K};",
			"set -x ANTHROPIC_API_KEY {K}", "set -gx ANTHROPIC_API_KEY \"{K}\"", "set -Ux ANTHROPIC_API_KEY '{K}'",
			"setx ANTHROPIC_API_KEY \"{K}\"", "set ANTHROPIC_API_KEY={K}\r\n", "$env:ANTHROPIC_API_KEY = \"{K}\"",
			"$Env:ANTHROPIC_API_KEY='{K}'", "[Environment]::SetEnvironmentVariable('ANTHROPIC_API_KEY', '{K}', 'User')",
			"setenv ANTHROPIC_API_KEY {K}", "declare -x ANTHROPIC_API_KEY=\"{K}\"", "typeset -x ANTHROPIC_API_KEY={K}",
			"$ export ANTHROPIC_API_KEY={K}", "# export ANTHROPIC_API_KEY={K}", "user@host:~$ export KEY={K}",
			"ANTHROPIC_API_KEY={K} claude -p hi", "env ANTHROPIC_API_KEY={K} claude",
			"Environment=ANTHROPIC_API_KEY={K}", "export ANTHROPIC_API_KEY=\u201c{K}\u201d", "MY_OWN_NAME={K}",
			"-e ANTHROPIC_API_KEY={K}", "ENV ANTHROPIC_API_KEY={K}" })
	void checkTakesTheKeyFromTheLineOfAProfile(String text) {
		assertThat(claude(text)).isEqualTo(KEY);
		assertThat(this.told).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "# keys\nDEBUG=1\n\nANTHROPIC_API_KEY={K}\nPORT=3000\n",
			"DATABASE_URL=postgres://user:FAKE@localhost:5432/db\nANTHROPIC_API_KEY={K}",
			"#ANTHROPIC_API_KEY=sk-ant-api03-OLDFAKEOLDFAKEOLDFAKEOLDFAKE\nANTHROPIC_API_KEY={K}",
			"ANTHROPIC_API_KEY={K}\nOPENAI_API_KEY=\nGEMINI_API_KEY=your-key-here\n",
			"ANTHROPIC_API_KEY={K}\nOPENAI_API_KEY=sk-...\n",
			"ANTHROPIC_API_KEY={K}\nOPENAI_API_KEY=sk-xxxxxxxxxxxxxxxxxxxx\n",
			"ANTHROPIC_API_KEY={K}\nCLAUDE_API_KEY={K}\n",
			"ANTHROPIC_API_KEY={K}\nGITHUB_TOKEN=ghp_FAKEFAKEFAKEFAKEFAKEFAKEFAKE\n",
			"ANTHROPIC_API_KEY={K}\nSUPABASE_ANON_KEY=eyJhbGciOiJIUzI1NiJ9.eyJGQUtFIjoxfQ.RkFLRQ",
			"ANTHROPIC_API_KEY={K}\r\nNODE_ENV=production\r\n" })
	void checkTakesTheKeyFromAFileOfVariables(String text) {
		assertThat(claude(text)).isEqualTo(KEY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"{K}\",\n", "{\"apiKey\": \"{K}\"}", "{\"ANTHROPIC_API_KEY\":\"{K}\"}",
			"{\n  \"env\": {\n    \"ANTHROPIC_API_KEY\": \"{K}\",\n    \"DEBUG\": \"1\"\n  }\n}", "[\"{K}\"]",
			"{\"primaryApiKey\":\"{K}\",\"customApiKeyResponses\":{\"approved\":[\"FAKE\"]}}", "api_key: {K}",
			"apiKey = \"{K}\"", "  - name: ANTHROPIC_API_KEY\n    value: {K}\n", "ANTHROPIC_API_KEY: \"{K}\"",
			"anthropic_api_key = '{K}' # from the console", "{\\\"key\\\":\\\"{K}\\\"}", "\"{K}\\n\"", "\"\\n{K}\\n\"",
			"<key>{K}</key>", "&quot;{K}&quot;", "%22{K}%22", "{K}%0A", "client = Anthropic(api_key=\"{K}\")",
			"new Anthropic({ apiKey: '{K}', });" })
	void checkTakesTheKeyFromJsonAndCode(String text) {
		assertThat(claude(text)).isEqualTo(KEY);
		assertThat(this.told).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x-api-key: {K}\n", "X-Api-Key:{K}", "Authorization: Bearer {K}", "Bearer {K}",
			"bearer {K}", "-H \"x-api-key: {K}\"", "--header 'x-api-key: {K}' \\",
			"curl https://api.anthropic.com/v1/messages \\\n  --header \"x-api-key: {K}\" \\\n  --data '{\"a\":\"b\"}'",
			"https://user:{K}@example.com", "?key={K}&x=1" })
	void checkTakesTheKeyFromARequest(String text) {
		assertThat(claude(text)).isEqualTo(KEY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"{K}\"", "'{K}'", "`{K}`", "\u201c{K}\u201d", "\u2018{K}\u2019", "\u00ab{K}\u00bb",
			"\u00ab\u00a0{K}\u00a0\u00bb", "\u201e{K}\u201c", "\"{K}", "{K}\"", "({K})", "[{K}]", "<{K}>", "{K},",
			"{K};", "{K}.", "{K}:", "**{K}**", "__{K}__", "- {K}", "* {K}", "1. {K}", "\u2022 {K}", "```\n{K}\n```",
			"```bash\nexport ANTHROPIC_API_KEY={K}\n```", "> {K}", "| key | {K} |", "My key is {K}, thanks.", "{K}%",
			"={K}", "{K}#state", "{K} # my key", "{K} // my key", "{K}{K}", "{K}\n{K}\n", "{K}\\", "+{K}",
			"+ANTHROPIC_API_KEY={K}" })
	void checkTakesOffWhatIsAroundTheKey(String text) {
		assertThat(claude(text)).isEqualTo(KEY);
		assertThat(this.told).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\ufeff", "\u00a0", "\u200b", "\u200c", "\u200d", "\u2060", "\u00ad", "\u200e", "\u202a",
			"\u2066", "\u202f", "\ufe0f", "\u001b[200~", "200~", "^[[200~", "\u001b[31m", "\u0000", "\u0016",
			"\u001b]8;;https://example.com\u0007" })
	void checkTakesOffWhatNobodySees(String invisible) {
		for (String text : List.of(invisible + KEY, KEY + invisible, invisible + KEY + invisible + "\n")) {
			this.told.clear();
			assertThat(claude(text)).isEqualTo(KEY);
			assertThat(this.told).isNotEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u200b", "\u00ad", "\u2060", "\ufeff", "\u001b[0m" })
	void checkTakesOutWhatNobodySees(String invisible) {
		assertThat(claude(KEY.substring(0, 50) + invisible + KEY.substring(50))).isEqualTo(KEY);
	}

	@Test
	void checkReadsFormsOfOtherWidthAndHyphensThatDoNotBreak() {
		assertThat(claude(KEY.replace('-', '\u2011'))).isEqualTo(KEY);
		StringBuilder wide = new StringBuilder();
		KEY.chars().forEach((character) -> wide.append((char) (character + 0xfee0)));
		assertThat(claude(wide.toString())).isEqualTo(KEY);
		assertThat(this.told).containsExactly("hyphens of another kind", "characters of full width");
	}

	@ParameterizedTest
	@CsvSource({ "UTF-16LE,true", "UTF-16LE,false", "UTF-16BE,true", "UTF-16BE,false", "UTF-8,true" })
	void checkReadsOtherEncodings(String encoding, boolean mark) {
		ByteBuffer bytes = Charset.forName(encoding).encode((mark ? "\ufeff" : "") + KEY + "\r\n");
		byte[] given = new byte[bytes.remaining()];
		bytes.get(given);
		assertThat(check("claude", LoginMethod.API_KEY, Secret.of(given))).isEqualTo(KEY);
		assertThat(this.told).hasSize(1).first().asString().containsAnyOf("UTF-16", "byte order mark");
	}

	@Test
	void checkReadsQuotesOfWindows() {
		byte[] given = ("\u0093" + KEY + "\u0094").getBytes(StandardCharsets.ISO_8859_1);
		assertThat(check("claude", LoginMethod.API_KEY, Secret.of(given))).isEqualTo(KEY);
	}

	@ParameterizedTest
	@ValueSource(ints = { 40, 60, 72, 80, 100 })
	void checkJoinsTheLinesOfATerminal(int width) {
		String broken = KEY.replaceAll("(.{" + width + "})", "$1\n");
		for (String text : List.of(broken, broken.replace("\n", "\r\n"), broken.replace("\n", "  \n  "),
				"export ANTHROPIC_API_KEY=\"" + broken + "\"\n", broken.replace('\n', ' '),
				"Your key:\n\n" + broken + "\n\nStore it. Use it by export ANTHROPIC_API_KEY=<key>\n")) {
			this.told.clear();
			assertThat(claude(text)).isEqualTo(KEY);
			assertThat(this.told).first().asString().contains("line breaks");
		}
	}

	@Test
	void checkJoinsAShorterKeyThatStandsAlone() {
		String key = KEY.substring(0, 103);
		assertThat(claude(key.substring(0, 80) + "\n" + key.substring(80))).isEqualTo(key);
		assertRefused("claude", LoginMethod.API_KEY,
				key.substring(0, 80) + "\n" + key.substring(80) + "\nmore words here",
				"has 80 characters where an Anthropic API key has 108");
	}

	@ParameterizedTest
	@CsvSource({ "gemini,AQ.Ab8FAKEFAKE_FAKE-FAKEFAKEFAKEFAKEFAKE,FAKE9FAKEFAKE",
			"codex,sk-FAKE0FAKEFAKEFAKEFAKE,FAKE9FAKE" })
	void checkWhenALineMayBeTheEndOfAKeyRefuses(String agent, String key, String next) {
		assertRefused(agent, LoginMethod.API_KEY, key + "\n" + next, "is followed by what may be its end");
	}

	@ParameterizedTest
	@ValueSource(strings = { "OPENAI_API_KEY={1}\n{2}\n", "export OPENAI_API_KEY=\"{1}\n{2}\"\n",
			"export OPENAI_API_KEY=\"{1}\n{2}\" # mine", "export OPENAI_API_KEY='{1}\r\n  {2}'\r\n", "key: {1}\n{2}",
			"key: {1}  \n  {2}  \nDEBUG=1\n", "A=1\nOPENAI_API_KEY={1}\n{2}\nB=2\n", "OPENAI_API_KEY={1}\n{2} # mine\n",
			"{\"apiKey\": \"{1}\n{2}\", \"b\": 1}", "{\"apiKey\": \"{1}\\n{2}\"}", "OPENAI_API_KEY=\"{1} {2}\"",
			"OPENAI_API_KEY=\"{1} {2}\n", "OPENAI_API_KEY=\"{1}\n\n{2}\"", "OPENAI_API_KEY={1}\\\n{2}\n",
			"<string>{1}\n{2}</string>", "# OPENAI_API_KEY={1}\n{2}\n", "Your key:\n\n{1}\n{2}\n\nStore it.",
			"Authorization: Bearer {1}\n{2}", "OPENAI_API_KEY=\u201c{1}\n{2}\u201d",
			"OPENAI_API_KEY=\"{1}\n{2}\n0FAKE\"", "key: {1}\n{2}.\n", "set -gx OPENAI_API_KEY {1}\n{2}",
			"OPENAI_API_KEY={1}\n{2}\nOPENAI_KEY={1}\n{2}\n" })
	void checkWhenAKeyWithSomethingBeforeItMayGoOnRefuses(String text) {
		String broken = text.replace("{2}", "89abcdefghijkl-FAKEO");
		assertRefused("codex", LoginMethod.API_KEY, broken.replace("{1}", "sk-proj-FAKE01234567"),
				"is followed by what may be its end");
		assertRefused("gemini", LoginMethod.API_KEY, broken.replace("{1}", "AQ.Ab8RN6FAKEFAKE01234567FAKE"),
				"is followed by what may be its end");
	}

	@ParameterizedTest
	@ValueSource(strings = { "OPENAI_API_KEY={1}\nDEBUG=1\n", "OPENAI_API_KEY={1}\nDEBUG=\n",
			"OPENAI_API_KEY={1}\n# comment\n", "OPENAI_API_KEY={1}\n\nword\n", "OPENAI_API_KEY={1} # mine\nword\n",
			"key: {1}\nother: word\n", "key: {1}\nother:\n", "- {1}\n- word\n", "key: {1}\n---\n", "key: {1}\n...\n",
			"{\n  \"key\": \"{1}\"\n}\n", "{\"key\": \"{1}\",\n\"word\": 1}", "[\n\"{1}\"\n]\n", "key = {1}\n[word]\n",
			"OPENAI_API_KEY=\"{1}\"\nword\n", "```\nkey={1}\n```\n", "OPENAI_API_KEY={1} codex exec",
			"OPENAI_API_KEY={1}\nOPENAI_KEY={1}\n", "key: {1}\n{1}\n", "if true; then\n  export A={1}\nfi\n",
			"if true\n  set -gx A {1}\nend\n", "cat <<EOF\nA={1}\nEOF\n", "export A={1}\nexport B=word\n",
			"OPENAI_API_KEY={1}\nghp_FAKEFAKEFAKEFAKEFAKEFAKE\n", "-e A={1} \\\n  -e B=1 image\n",
			"x-api-key: {1}\r\nAccept: word\r\n" })
	void checkWhenTheNextLineIsNoEndTakesTheKey(String text) {
		String key = "sk-proj-FAKE01234567";
		assertThat(check("codex", LoginMethod.API_KEY, Secret.of(text.replace("{1}", key)))).isEqualTo(key);
		String google = "AQ.Ab8RN6FAKEFAKE01234567FAKE";
		assertThat(check("gemini", LoginMethod.API_KEY, Secret.of(text.replace("{1}", google)))).isEqualTo(google);
	}

	@Test
	void checkWhenTheNextLineGivesTheKnownLengthRefuses() {
		String broken = KEY.substring(0, 103) + "\n" + KEY.substring(103);
		for (String text : List.of(broken, "export ANTHROPIC_API_KEY=" + broken + "\n")) {
			assertRefused("claude", LoginMethod.API_KEY, text, "is followed by what may be its end");
		}
		assertThat(claude("KEY=" + KEY.substring(0, 103) + "\nword\n")).hasSize(103);
		assertThat(claude("KEY={K}\nwords\n")).isEqualTo(KEY);
	}

	@Test
	void checkWhenAPieceHasTheLengthOfAKeyTakesNoPiece() {
		String key = TestKeys.CODEX_KEY;
		assertRefused("codex", LoginMethod.API_KEY, key.substring(0, 132) + "\n" + key.substring(132),
				"is followed by what may be its end");
		assertThat(check("codex", LoginMethod.API_KEY, Secret.of(key.substring(0, 120) + "\n" + key.substring(120))))
			.isEqualTo(key);
	}

	@Test
	void checkTakesTheOutputOfSetupToken() {
		String token = TestKeys.CLAUDE_TOKEN;
		String text = """
				\u2713 Long-lived authentication token created successfully!

				Your OAuth token (valid for 1 year):

				%s
				%s

				Store this token securely. You won't be able to see it again.

				Use this token by setting: export CLAUDE_CODE_OAUTH_TOKEN=<token>
				""".formatted(token.substring(0, 80), token.substring(80));
		assertThat(check("claude", LoginMethod.SUBSCRIPTION, Secret.of(text))).isEqualTo(token);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{K}\nsk-ant-api03-OTHERFAKEOTHERFAKEOTHERFAKE\n", "{K} {T}", "{K}{T}",
			"ANTHROPIC_API_KEY={K}\nOPENAI_API_KEY=sk-proj-FAKEFAKEFAKEFAKE\n",
			"GEMINI_API_KEY=AIzaSyFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEF\nANTHROPIC_API_KEY={K}\n",
			"ANTHROPIC_API_KEY={K}\nANTHROPIC_API_KEY=sk-ant-api03-OTHERFAKEOTHERFAKEOTHERFAKE\n",
			"{\"a\":\"{K}\",\"b\":\"sk-or-v1-FAKEFAKEFAKEFAKEFAKE\"}" })
	void checkWhenThereAreTwoCandidatesRefuses(String text) {
		assertRefused("claude", LoginMethod.API_KEY, text, "is one of 2 different credentials in the input");
	}

	@Test
	void checkWhenThereAreTwoCandidatesNamesTheOther() {
		assertRefused("claude", LoginMethod.API_KEY, "{K}\nOPENAI_API_KEY=sk-proj-FAKECANARYFAKEFAKE",
				"beside an OpenAI API key");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^', value = { "sk-ant-ort01-{F}|an Anthropic refresh token",
			"sk-ant-admin01-{F}|an Anthropic admin key", "sk-ant-sid01-{F}|an Anthropic session key",
			"sk-ant-sid02-{F}|an Anthropic session key", "sk-ant-api03-{F}|an Anthropic API key ('hjk auth claude",
			"export ANTHROPIC_API_KEY=sk-ant-api03-{F}|an Anthropic API key", "sk-proj-{F}|an OpenAI API key",
			"sk-svcacct-{F}|an OpenAI API key", "sk-admin-{F}|an OpenAI admin key", "sess-{F}|an OpenAI session key",
			"rt_{F}|an OpenAI refresh token", "AIzaSy{F}|a Google API key ('hjk auth gemini --method apikey')",
			"AQ.Ab8{F}|a Google API key", "IQ.Ab8{F}|a Google API key", "ya29.{F}|a Google access token",
			"1//0g{F}|a Google refresh token", "GOCSPX-{F}|the secret of a Google OAuth client",
			"eyJhbGciOiJIUzI1NiJ9.eyJGQUtFIjoxfQ.RkFLRQ|a JSON Web Token", "ghp_{F}|a GitHub personal access token",
			"github_pat_{F}|a GitHub personal access token", "gho_{F}|a GitHub token",
			"AKIAFAKEFAKEFAKEFAKE|an AWS access key", "xoxb-{F}|a Slack token", "hf_{F}|a Hugging Face token",
			"sk-or-v1-{F}|an OpenRouter API key", "xai-{F}|an xAI API key", "gsk_{F}|a Groq API key",
			"glpat-{F}|a GitLab token", "hvs.{F}|a Vault token", "c2stYW50LWFwaTAzLUZBS0U|a key in Base64",
			"{\"claudeAiOauth\":{\"accessToken\":\"{T}\"}}|JSON of Claude Code's",
			"{\"type\": \"service_account\",\"private_key\":\"FAKE\"}|a Google service account",
			"{\"type\":\"authorized_user\"}|gcloud's application default",
			"{\"installed\":{\"client_id\":\"FAKE\"}}|OAuth client", "-----BEGIN PRIVATE KEY-----|a private key in PEM",
			"-----BEGIN CERTIFICATE-----|a file in PEM", "<!DOCTYPE html><html>|a web page",
			"{\"tokens\":{\"access_token\":\"FAKE\"}}|Codex's auth.json",
			"{\"refresh_token\":\"1//FAKE\"}|Gemini's oauth_creds.json", "sk-ant-...|masked",
			"sk-ant-oat01-\u2026AbCd|masked", "sk-ant-oat01-FAKEFAKE********|masked", "sk-ant-oat01-FAKE...FAKE|masked",
			"sk-ant-oat01-xxxxxxxxxxxxxxxx|masked", "sk-...|masked", "your-api-key|a placeholder",
			"YOUR_API_KEY_HERE|a placeholder", "<your token>|a placeholder", "xxxxxxxx|a placeholder",
			"********|a placeholder", "changeme|a placeholder", "${YOUR_KEY}|the name of a variable",
			"$CLAUDE_CODE_OAUTH_TOKEN|the name of a variable", "CLAUDE_CODE_OAUTH_TOKEN|the name of a variable",
			"%CLAUDE_CODE_OAUTH_TOKEN%|the name of a variable", "${CLAUDE_CODE_OAUTH_TOKEN}|the name of a variable",
			"$env:CLAUDE_CODE_OAUTH_TOKEN|the name of a variable", "export CLAUDE_CODE_OAUTH_TOKEN=|without a value",
			"CLAUDE_CODE_OAUTH_TOKEN=\"\"|without a value", "claude setup-token|a command",
			"printenv X_TOKEN|a command", "https://console.anthropic.com/settings/keys|a web address",
			"~/.claude/.credentials.json|the path of a file", "/home/me/key.txt|the path of a file",
			"./key|the path of a file", "C:\\Users\\me\\key.txt|the path of a file", "me@example.com|an e-mail address",
			"ssh-ed25519 AAAAFAKE|a public key", "123e4567-e89b-12d3-a456-426614174000|a UUID" })
	void checkWhenItIsSomethingElseSaysItsName(String text, String name) {
		assertRefused("claude", LoginMethod.SUBSCRIPTION, text, name);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "claude|API_KEY|{T}|an Anthropic subscription token",
			"gemini|API_KEY|sk-FAKEFAKEFAKEFAKEFAKE|an OpenAI API key", "gemini|API_KEY|{K}|an Anthropic API key",
			"codex|API_KEY|{K}|an Anthropic API key", "codex|API_KEY|sk-admin-{F}|an OpenAI admin key",
			"codex|API_KEY|sk-or-v1-{F}|an OpenRouter API key",
			"gemini|API_KEY|SG.FAKEFAKEFAKE.FAKEFAKEFAKE|a SendGrid API key",
			"codex|SUBSCRIPTION|eyJhbGciOiJIUzI1NiJ9.eyJGQUtFIjoxfQ.RkFLRQ|a JSON Web Token",
			"gemini|SUBSCRIPTION|ya29.{F}|a Google access token", "codex|SUBSCRIPTION|sk-proj-{F}|an OpenAI API key",
			"codex|SUBSCRIPTION|~/.codex/auth.json|the path of a file" })
	void checkWhenItIsForAnotherLoginSaysItsName(String agent, LoginMethod method, String text, String name) {
		assertRefused(agent, method, text, name);
	}

	@ParameterizedTest
	@CsvSource({ "gemini,AQ.Ab8FAKEFAKE_FAKE-FAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKE",
			"gemini,IQ.Ab8FAKEFAKE_FAKE-FAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKE", "gemini,AQ.Ab8FAKE.FAKE-FAKEFAKEFAKE",
			"gemini,ZZ.FAKEFAKEFAKEFAKEFAKEFAKEFAKE", "gemini,AIzaSyFAKEFAKEFAKEFAKEFAKEFAKEFAKEFAKEF",
			"codex,sk-svcacct-FAKEFAKEFAKEFAKE", "codex,sk-None-FAKEFAKEFAKEFAKE", "codex,sk-proj-FAKEFAKEFAKEFAKE",
			"codex,sk-new9-FAKEFAKEFAKEFAKE" })
	void checkTakesNewFormsOfAVendor(String agent, String key) {
		assertThat(check(agent, LoginMethod.API_KEY, Secret.of(key))).isEqualTo(key);
		assertThat(check(agent, LoginMethod.API_KEY, Secret.of("X=\"" + key + "\", "))).isEqualTo(key);
	}

	@Test
	void checkTakesNewFormsOfAnthropic() {
		String key = KEY.replace("api03", "api07");
		assertThat(claude(key)).isEqualTo(key);
		String token = "sk-ant-oat02-" + "FAKE".repeat(30);
		assertThat(check("claude", LoginMethod.SUBSCRIPTION, Secret.of(token))).isEqualTo(token);
	}

	@ParameterizedTest
	@ValueSource(ints = { 21, 40, 72, 78, 80, 96, 100 })
	void checkWhenATokenIsCutTellsBothLengths(int length) {
		String cut = TestKeys.CLAUDE_TOKEN.substring(0, length);
		for (String text : List.of(cut, "export CLAUDE_CODE_OAUTH_TOKEN=" + cut, cut + "\n\nStore it.")) {
			assertRefused("claude", LoginMethod.SUBSCRIPTION, text, "has " + length
					+ " characters where an Anthropic subscription token has 108, so its end is missing");
		}
	}

	@Test
	void checkWhenSomethingIsJoinedToAKeyTellsBothLengths() {
		assertRefused("claude", LoginMethod.API_KEY, "key: " + KEY + "x",
				"has 109 characters where an Anthropic API key has 108, so something else is joined to it");
	}

	@Test
	void checkWhenALongerKeyStandsAloneTakesItWithAWarning() {
		assertThat(claude(KEY)).isEqualTo(KEY);
		assertThat(this.log.warnings).isEmpty();
		assertThat(claude(KEY + "x")).isEqualTo(KEY + "x");
		assertThat(this.log.warnings)
			.containsExactly("the API key for claude has 109 characters where an Anthropic API key "
					+ "has 108: if the agent does not take it, copy it again");
	}

	@ParameterizedTest
	@CsvSource({ "claude,API_KEY,101,an Anthropic API key,108", "claude,API_KEY,107,an Anthropic API key,108",
			"claude,SUBSCRIPTION,103,an Anthropic subscription token,108", "gemini,API_KEY,38,a Google API key,39",
			"gemini,API_KEY,32,a Google API key,39" })
	void checkWhenAKeyIsALittleShorterTakesItWithAWarning(String agent, LoginMethod method, int length, String name,
			int usual) {
		String whole = agent.equals("gemini") ? TestKeys.GEMINI_KEY
				: (method == LoginMethod.API_KEY) ? KEY : TestKeys.CLAUDE_TOKEN;
		String key = whole.substring(0, length);
		for (String text : List.of(key, "export KEY=\"" + key + "\"\n")) {
			this.log.warnings.clear();
			assertThat(check(agent, method, Secret.of(text))).isEqualTo(key);
			assertThat(this.log.warnings).singleElement()
				.asString()
				.contains("has " + length + " characters where " + name + " has " + usual + ": if the agent");
		}
	}

	@ParameterizedTest
	@CsvSource({ "80,false", "81,true", "100,false", "120,false", "132,true", "160,false", "164,true" })
	void checkWhenAKeyOfManyLengthsEndsAtTheEdgeOfATerminalRefuses(int length, boolean whole) {
		String key = TestKeys.CODEX_KEY.substring(0, length);
		if (whole) {
			assertThat(check("codex", LoginMethod.API_KEY, Secret.of(key))).isEqualTo(key);
		}
		else {
			assertRefused("codex", LoginMethod.API_KEY, key, "has " + length
					+ " characters where an OpenAI API key has 56, 132, 156 or 164, so its end is missing");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^',
			value = { "a \"b\", c;#d|a \"b\", c;#d", " a b \\n|a b", "export MINE_API_KEY='a b'|a b",
					"MINE_API_KEY=a=b==|a=b==", "$env:MINE_API_KEY = \"a\"|a", "set -x MINE_API_KEY a$b|a$b",
					"OTHER=1\\nMINE_API_KEY=\"a#b\" # mine\\n|a#b", "Bearer a|Bearer a", "sk-ant-...|sk-ant-...",
					"{\"key\":\"a\"}|{\"key\":\"a\"}", "\"a\"|\"a\"", "a%20b|a%20b" })
	void checkWhenTheFormAllowsAnythingTakesItAsItIs(String text, String value) {
		assertThat(own(".+", text)).isEqualTo(value);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^',
			value = { "mine-a b|mine-a b", "\"mine-a==\"|mine-a==", "Bearer mine-a$b|mine-a$b",
					"export KEY=mine-a+b/c==|mine-a+b/c==", "export KEY='mine-a\"b' # mine|mine-a\"b",
					"A=1\\nMINE_API_KEY=mine-a\\nKEY=mine-b|mine-a" })
	void checkWhenTheFormIsAPrefixTakesTheWholeValue(String text, String value) {
		assertThat(own("mine-.+", text)).isEqualTo(value);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "mine-FAKE\nmine-FAKE2", "MINE_API_KEY=mine-FAKE\nOPENAI_API_KEY=sk-proj-FAKEFAKEFAKEFAKE" })
	void checkWhenTheFormIsAPrefixRefusesTwo(String text) {
		assertThatExceptionOfType(CredentialException.class).isThrownBy(() -> own("mine-.+", text))
			.withMessageContaining("is one of 2 different credentials")
			.withMessageNotContaining("FAKE");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '^', value = { "0123456789\\nabcdef|0123456789abcdef",
			"KEY: 0123456789abcdef,|0123456789abcdef", "`0123456789abcdef`|0123456789abcdef" })
	void checkWhenTheFormHasALengthJoinsLines(String text, String value) {
		assertThat(own("[0-9a-f]{16}", text)).isEqualTo(value);
	}

	private String own(String pattern, String text) {
		AgentProfile profile = TestAgents.taking(pattern);
		CredentialCheck check = new CredentialCheck(new Recognition(this.catalog), new LoginJson(), this.log,
				Clock.systemUTC());
		try (Credential credential = check.check(new Subject(profile, LoginMethod.API_KEY, null),
				Secret.of(text.translateEscapes()))) {
			return credential.value().reveal();
		}
	}

	@Test
	void checkWhenDashesTookThePlaceOfHyphensSaysSo() {
		assertRefused("claude", LoginMethod.API_KEY, KEY.replace('-', '\u2013'), "a word processor");
	}

	@Test
	void checkWhenItIsTheNameOfTheVariableSaysHowToGiveItsValue() {
		assertThatExceptionOfType(CredentialException.class)
			.isThrownBy(() -> check("codex", LoginMethod.API_KEY, Secret.of("$OPENAI_API_KEY")))
			.satisfies((ex) -> assertThat(ex.remedy().orElseThrow())
				.isEqualTo("pipe its value: printenv OPENAI_API_KEY | hjk auth codex --method apikey; "
						+ "expected an OpenAI API key, which starts with sk-"));
	}

	private String claude(String text) {
		return check("claude", LoginMethod.API_KEY, Secret.of(filled(text)));
	}

	private void assertRefused(String agent, LoginMethod method, String text, String reason) {
		assertThatExceptionOfType(CredentialException.class)
			.isThrownBy(() -> check(agent, method, Secret.of(filled(text))))
			.satisfies((ex) -> {
				assertThat(ex.getMessage()).contains(reason).doesNotContain("FAKE");
				assertThat(ex.remedy().orElseThrow()).contains("expected ").doesNotContain("FAKE").doesNotContain("\n");
				assertThat(ex.getCause()).isNull();
			});
		assertThat(this.told).noneSatisfy((line) -> assertThat(line).contains("FAKE"));
	}

	private static String filled(String text) {
		return text.replace("{K}", KEY).replace("{T}", TestKeys.CLAUDE_TOKEN).replace("{F}", "FAKE".repeat(22) + "AA");
	}

	private String check(String agent, LoginMethod method, Secret given) {
		CredentialCheck check = new CredentialCheck(new Recognition(this.catalog), new LoginJson(), this.log,
				Clock.systemUTC());
		try (Credential credential = check.check(new Subject(this.catalog.get(agent), method, null), given)) {
			return credential.value().reveal();
		}
	}

}
