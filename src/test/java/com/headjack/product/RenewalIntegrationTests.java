package com.headjack.product;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Logins that agents renew inside, with the real Codex.
 */
@InWorld(World.RESIDENT)
class RenewalIntegrationTests extends InstanceTestBase {

	private static final String COPY = "~/.codex/auth.json";

	private static final Map<String, String> OFFERS = Map.of("cat >/tmp/a; cat /tmp/a >~/.codex/auth.json", "older",
			"cat >/tmp/b; cat /tmp/b >~/.codex/auth.json", "of another identity",
			"head -c 300 >/tmp/a; cat /tmp/a >~/.codex/auth.json", "no login", "ln -sf /etc/shadow ~/.codex/auth.json",
			"symbolic link", "cat >/tmp/a; ln -sf /tmp/a /run/headjack/.codex/auth.json", "a symbolic link",
			"rm ~/.codex/auth.json; mkfifo ~/.codex/auth.json", "no regular file",
			"rm /run/headjack/.codex/auth.json; mkfifo /run/headjack/.codex/auth.json", "is no regular file",
			"rm ~/.codex/auth.json; truncate -s 1G ~/.codex/auth.json", "more than 256 KiB", "rm ~/.codex/auth.json",
			"logged out");

	private final Instant before = Instant.now().minus(Duration.ofHours(3));

	@BeforeEach
	void serve() throws IOException {
		TokenServer.of(this.product, this.folder);
	}

	@AfterEach
	void removeOther() {
		this.product.hjk("rm", "feat/y", "-f");
	}

	@Test
	void renewedLoginIsInEveryLaterSession() {
		store(TokenServer.expired());
		this.product.hjk("run", "feat/x").done();
		this.product.hjk("run", "feat/y").done();
		TokenServer.start(this.product, "feat/x");
		renew("feat/x", "one");
		assertHas("feat/x", 1);
		start("feat/y", "sibling");
		assertHas("feat/y", 1);
		replace("feat/y", TokenServer.login("FAKE", 2, Instant.now()));
		this.product.hjk("stop", "feat/y").done();
		start("feat/y", "stopped");
		assertHas("feat/y", 2);
		replace("feat/y", TokenServer.login("FAKE", 3, Instant.now()));
		this.product.hjk("recreate", "feat/y").done();
		start("feat/y", "recreated");
		assertHas("feat/y", 3);
		replace("feat/y", TokenServer.login("FAKE", 4, Instant.now()));
		this.product.hjk("rm", "feat/y", "-f").done();
		this.product.hjk("run", "feat/y").done();
		start("feat/y", "new");
		assertHas("feat/y", 4);
		assertThat(this.product.hjk("auth", "sync").done())
			.isEqualTo("the login of codex was given to branch \"feat/x\"\n");
		assertHas("feat/x", 4);
	}

	@Test
	void twoThatRenewAtOnceGetTheOneThatLives() {
		store(TokenServer.expired());
		for (String branch : new String[] { "feat/x", "feat/y" }) {
			this.product.hjk("run", branch).done();
			TokenServer.start(this.product, branch);
			// No look at the other instance between the two.
			this.product.hjk("agent", branch, "codex", "-d", "-n", "login", "--", "login", "status").done();
		}
		this.product.inside("feat/x", refreshing("grep -q '%s' %s".formatted(TokenServer.refresh(1), COPY)));
		this.product.inside("feat/y", refreshing("[ -e /tokens/refused ]"));
		assertHas("feat/x", 1);
		assertHas("feat/y", 0);
		assertThat(this.product.hjk("auth", "sync").done()).isEqualTo("""
				the login of codex was renewed in branch "feat/x", and is stored
				the login of codex was given to branch "feat/y"
				""");
		assertHas("feat/y", 1);
		assertThat(this.product.hjk("auth", "sync").done())
			.isEqualTo("No login has changed in the running instances\n");
	}

	/**
	 * What a container offers is not trusted: the stored login stays, and the next
	 * session has it.
	 */
	@Test
	void whatIsNoNewerLoginIsLeftAlone() {
		Instant now = Instant.now();
		store(TokenServer.login("FAKE", 1, now.minusSeconds(60)));
		this.product.hjk("run", "feat/x").done();
		start("feat/x", "first");
		String newer = TokenServer.login("FAKE", 7, now);
		SoftAssertions soft = new SoftAssertions();
		OFFERS.forEach((command, line) -> {
			String content = switch (line) {
				case "older" -> TokenServer.login("FAKE", 7, this.before);
				case "of another identity" -> TokenServer.login("FAKE-other", 7, now);
				default -> newer;
			};
			this.product.piped(content, "exec", "feat/x", "--no-mux", "--", "sh", "-c", command).done();
			Hjk.Result session = this.product.hjk("agent", "feat/x", "codex", "-d", "--", "login", "status");
			soft.assertThat(session.done() + session.errors())
				.as(command)
				.contains("Created session", line.equals("logged out") ? "" : line)
				.doesNotContain(Canary.MARK);
			soft.assertThat(refresh("feat/x")).as(command).contains(TokenServer.refresh(1));
		});
		soft.assertAll();
		this.product.hjk("stop", "feat/x", "-f").done();
		start("feat/x", "last");
		assertHas("feat/x", 1);
	}

	@Test
	void copyThatReplacesItsLinkDoesNotStayOnTheDisk() {
		store(TokenServer.login("FAKE", 1, this.before));
		this.product.hjk("run", "feat/x").done();
		start("feat/x", "one");
		this.product
			.piped(TokenServer.login("FAKE", 2, Instant.now()), "exec", "feat/x", "--no-mux", "--", "sh", "-c",
					"cat >%1$s.new; mv %1$s.new %1$s; [ ! -L %1$s ]".formatted(COPY))
			.done();
		assertThat(this.product.hjk("auth", "sync", "feat/x", "-o", "json").done())
			.contains("\"outcome\" : \"stored\"");
		assertThat(this.product.inside("feat/x", "readlink " + COPY)).isEqualTo("/run/headjack/.codex/auth.json\n");
		assertHas("feat/x", 2);
	}

	/**
	 * The encrypted files would need their password, which the process does not keep.
	 */
	@Test
	void residentProcessTakesARenewedLoginBack() throws Exception {
		this.product.with("HEADJACK_KEYRING_BACKEND", "keyctl").without("HEADJACK_KEYRING_PASSWORD");
		String account = "renewed-" + Canary.MARK;
		try {
			this.product
				.piped(TokenServer.login("FAKE", 1, this.before), "auth", "codex", "--method", "subscription",
						"--account", account)
				.done();
			this.product.hjk("run", "feat/x").done();
			this.product.hjk("agent", "feat/x", "codex", "-d", "--account", account, "--", "login", "status").done();
			Instant renewed = Instant.now().truncatedTo(ChronoUnit.SECONDS);
			replace("feat/x", TokenServer.login("FAKE", 2, renewed));
			String status = "";
			for (int tries = 0; tries < 20 && !status.contains(renewed.toString()); tries++) {
				TimeUnit.SECONDS.sleep(3);
				status = this.product.hjk("auth", "status", "-o", "json").done();
			}
			assertThat(status).contains("\"issued\" : \"" + renewed + "\"");
		}
		finally {
			this.product.hjk("auth", "remove", "codex", "--account", account);
		}
	}

	@Test
	void sessionsThatCannotGetANewLoginAreNamed() {
		SampleLogin claude = SampleLogin.of("claude", "apikey");
		this.product.piped(claude.secret() + "\n", claude.auth()).done();
		this.product.hjk("run", "feat/x").done();
		this.product.hjk("agent", "feat/x", "claude", "-d", "-n", "one").done();
		assertThat(this.product.hjk("auth", "sync").done())
			.isEqualTo("No login has changed in the running instances\n");
		this.product.piped(claude.secret("OTHER-AA") + "\n", claude.auth()).done();
		assertThat(this.product.hjk("auth", "sync").done()).contains(
				"session one of branch \"feat/x\" has a former login of claude: end it with 'hjk kill feat/x/one'");
	}

	@Test
	void syncRefusesWhatItCannotDo() {
		this.product.hjk("auth", "sync", "feat/none")
			.assertFailed(3, "no instance found for branch \"feat/none\"", "hjk run");
		this.product.hjk("auth", "sync", "--watch", "-o", "json")
			.assertFailed(2, "--watch cannot be combined", "usage: hjk auth sync");
		assertThat(this.product.hjk("auth", "sync", "-o", "json").done()).isEqualTo("[ ]\n");
	}

	private void store(String login) {
		this.product.piped(login, "auth", "codex", "--method", "subscription").done();
	}

	private void start(String branch, String session) {
		this.product.hjk("agent", branch, "codex", "-d", "-n", session, "--", "login", "status").done();
	}

	/**
	 * Has Codex renew its login, which it does before its first request.
	 */
	private void renew(String branch, String session) {
		this.product
			.hjk("agent", branch, "codex", "-d", "-n", session, "--", "exec", "--skip-git-repo-check", "-c",
					"openai_base_url=\"http://127.0.0.1:8097/v1\"", "hi")
			.done();
		this.product.inside(branch,
				"until grep -q '%s' %s; do sleep 0.1; done".formatted(TokenServer.refresh(1), COPY));
	}

	/**
	 * The same in the login's instance without a session, which would look for it first.
	 */
	private static String refreshing(String done) {
		return "CODEX_REFRESH_TOKEN_URL_OVERRIDE=http://127.0.0.1:8098/oauth/token codex exec --skip-git-repo-check"
				+ " -c 'openai_base_url=\"http://127.0.0.1:8097/v1\"' hi >/dev/null 2>&1 & until " + done
				+ "; do sleep 0.1; done; kill $!";
	}

	private void replace(String branch, String login) {
		this.product.piped(login, "exec", branch, "--no-mux", "--", "sh", "-c", "cat >/tmp/new; cat /tmp/new >" + COPY)
			.done();
	}

	private String refresh(String branch) {
		return this.product.inside(branch, "grep -o '\"refresh_token\": *\"[^\"]*\"' " + COPY);
	}

	private void assertHas(String branch, int renewals) {
		assertThat(refresh(branch)).contains(TokenServer.refresh(renewals) + "\"");
	}

}
