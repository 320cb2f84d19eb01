package com.headjack.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An agent that a user describes in a file, and the one besides the three that is
 * shipped.
 */
@ParameterizedClass
@EnumSource(value = World.class, names = { "RESIDENT", "PERSIAN" })
class OwnAgentIntegrationTests extends InstanceTestBase {

	private static final String PROFILE = """
			title: Mine
			command: sh
			flags: [-c, 'printenv MINE_KEY >/tmp/seen; cat ~/.mine/key ~/.mine.json; echo "$0"']
			logins:
			  apikey:
			    variable: MINE_KEY
			    accepts:
			      pattern: mine-.+
			      expected: a key that starts with mine-
			    environment:
			      MINE_KEY: ${credential}
			    files:
			      .mine/key: ${credential}
			    settings:
			      .mine.json:
			        trusted: ${workspace}
			""";

	private static final String TELLING = "    renewal: {expires: {member: '', form: jwt}}\n";

	private Path agents;

	@BeforeEach
	void setUp() throws IOException {
		this.agents = Files.createDirectories(this.product.home().resolve(".config/headjack/agents"));
	}

	@Test
	void anAgentIsOneFile() throws IOException {
		Files.writeString(this.agents.resolve("mine.yaml"), PROFILE);
		Files.writeString(this.agents.resolve("broken.yaml"), "command: x\nflgs: []\n");
		this.product.piped("mine-FAKE", "auth", "mine", "--method", "apikey").done();
		Hjk.Result status = this.product.hjk("auth", "status");
		assertThat(status.done()).containsPattern("mine +default \\* +API key");
		assertThat(status.errors()).contains("broken.yaml:2");
		assertThat(this.product.hjk("complete", "--", "auth", "").done().lines()).contains("mine");
		this.product.hjk("run", "feat/x", "--agent", "mine", "-d", "--name", "a", "do it").done();
		assertThat(this.product.log("feat/x", "a")).contains("[redacted mine]")
			.contains("/workspace")
			.contains("do it");
		assertThat(this.product.inside("feat/x", "cat /tmp/seen")).isEqualTo("mine-FAKE\n");
		Hjk.Result broken = this.product.hjk("auth", "broken", "--method", "apikey");
		assertThat(broken.code()).isEqualTo(1);
		assertThat(broken.errors()).contains("broken.yaml:2").contains("flgs");
	}

	@Test
	void aSessionThatWouldReplaceTheLoginOfAnotherIsRefused() throws IOException {
		String waiting = PROFILE.replaceFirst("(?m)^command: .*\\nflags: .*$", "command: sleep\nflags: ['600']");
		Files.writeString(this.agents.resolve("mine.yaml"), waiting);
		this.product.piped("mine-FAKE", "auth", "mine", "--method", "apikey").done();
		this.product.piped("mine-FAKE-work", "auth", "mine", "--method", "apikey", "--account", "work").done();
		this.product.hjk("run", "feat/x", "--agent", "mine", "-d", "--name", "a").done();
		Hjk.Result refused = this.product.hjk("agent", "feat/x", "mine", "-d", "--name", "b", "--account", "work");
		refused.assertFailed(1, "session \"a\" runs mine with the API key of account \"default\"",
				"end it with 'hjk kill feat/x/a'");
		assertThat(this.product.hjk("ps", "feat/x").done()).doesNotContain("b ");
		assertThat(this.product.inside("feat/x", "cat ~/.mine/key")).isEqualTo("mine-FAKE");
		this.product.hjk("kill", "feat/x/a").done();
		this.product.hjk("agent", "feat/x", "mine", "-d", "--name", "b", "--account", "work").done();
		assertThat(this.product.inside("feat/x", "cat ~/.mine/key")).isEqualTo("mine-FAKE-work");
	}

	@Test
	void aLoginThatSaysThatItHasExpiredIsToldAndRefused() throws IOException {
		Files.writeString(this.agents.resolve("mine.yaml"), PROFILE.replace("mine-.+", "FAKE[.].+") + TELLING);
		Hjk.Result taken = this.product.piped(token(Instant.now().minus(Duration.ofDays(2))), "auth", "mine",
				"--method", "apikey");
		assertThat(taken.done()).startsWith("Credentials stored securely.");
		assertThat(taken.errors())
			.isEqualTo("warning: the login of mine expired 2 d ago: log in with Mine, then run 'hjk auth mine'\n");
		Hjk.Result status = this.product.hjk("auth", "status");
		assertThat(status.done()).containsPattern("mine .*  expired 2 d ago\n");
		assertThat(status.errors())
			.isEqualTo("warning: the login of mine expired 2 d ago: log in with Mine, then run 'hjk auth mine'\n");
		this.product.hjk("run", "feat/x", "--agent", "mine", "-d")
			.assertFailed(1, "the login of mine expired 2 d ago", "then run 'hjk auth mine'; --anyway starts");
		this.product.assertNothingIsMade("feat/x");
		Hjk.Result anyway = this.product.hjk("run", "feat/x", "--agent", "mine", "-d", "--name", "a", "--anyway");
		anyway.done();
		assertThat(anyway.errors()).contains("warning: the login of mine expired 2 d ago");
	}

	private static String token(Instant end) {
		String claims = "{\"exp\":" + end.getEpochSecond() + "}";
		return "FAKE." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".FAKE";
	}

	@Test
	void opencodeIsReady() throws IOException {
		this.product.hjk("config", "runtime.flags", "[--network, none]").done();
		this.product.piped(Canary.key("sk-ant-api03-"), "auth", "opencode", "--method", "apikey").done();
		this.product.hjk("run", "feat/x", "--agent", "opencode", "-d", "--name", "a").done();
		this.product.screen("feat/x", "a", "Ask anything");
		this.product.hjk("agent", "feat/x", "opencode", "-d", "--name", "b", "--", "auth", "list").done();
		assertThat(this.product.log("feat/x", "b")).contains("ANTHROPIC_API_KEY");
	}

	@Test
	void anImageWithoutTheAgentIsTold() throws IOException {
		Files.writeString(this.agents.resolve("mine.yaml"), PROFILE.replace("command: sh", "command: no-such-agent"));
		this.product.piped("mine-FAKE", "auth", "mine", "--method", "apikey").done();
		this.product.hjk("run", "feat/x").done();
		Hjk.Result result = this.product.hjk("agent", "feat/x", "mine", "-d");
		assertThat(result.code()).isEqualTo(4);
		assertThat(result.errors()).contains("has no program \"no-such-agent\"").contains("headjack/agent:latest");
	}

}
