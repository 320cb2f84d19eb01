package com.headjack.product;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An audit of an instance with logins that were planted by hand.
 */
class AuditIntegrationTests extends InstanceTestBase {

	private final SampleLogin key = SampleLogin.of("claude", "apikey");

	private void use() {
		this.product.piped(this.key.secret(), this.key.auth()).done();
		SampleLogin codex = SampleLogin.of("codex", "subscription");
		this.product.piped(codex.secret(), codex.auth()).done();
		this.product.hjk("run", "feat/x").done();
		this.product.hjk(this.key.start("feat/x", "a")).done();
	}

	private void plant(Path file, String text) throws IOException {
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

	@Test
	void nothingIsFoundWhereLoginsWereUsedAndEachPlantedOneIs() throws IOException {
		use();
		assertThat(this.product.hjk("audit", "feat/x").done()).contains("clean").doesNotContain("found");
		Path state = this.product.home().resolve(".local/state/headjack");
		String secret = this.key.secret();
		plant(this.product.home().resolve(".bash_history"), "export KEY=" + secret + "\n");
		plant(state.resolve("history"), "curl " + URLEncoder.encode("/" + secret + "\"", StandardCharsets.UTF_8));
		plant(this.product.worktree("feat~x").resolve("build/.env"), Base64.getMimeEncoder()
			.encodeToString(("{\"key\": \"" + secret + "\"}").getBytes(StandardCharsets.UTF_8)));
		this.product.inside("feat/x", "printf '%s' " + secret + " >/var/log/headjack/a.log.old");
		this.product
			.fed(secret, "git", "-C", this.product.worktree("feat~x").toString(), "hash-object", "-w", "--stdin")
			.done();
		Hjk.Result result = this.product.hjk("audit", "feat/x");
		assertThat(result.code()).isEqualTo(1);
		Canary.assertAbsent(result.output());
		assertThat(result.output().lines().filter((line) -> line.startsWith("found: the login of claude in ")))
			.hasSize(5)
			.anyMatch((line) -> line.endsWith("/.bash_history"))
			.anyMatch((line) -> line.endsWith("/headjack/history"))
			.anyMatch((line) -> line.endsWith("/build/.env"))
			.anyMatch((line) -> line.contains("/.git/objects/"))
			.anyMatch((line) -> line.endsWith("/out/a.log.old"));
		assertThat(result.errors()).contains("hint: 'hjk audit feat/x --clean' takes them out of")
			.contains("hint: hjk changes only what it made")
			.contains("store a new one: 'hjk auth claude', 'hjk auth codex'\n");
		Hjk.Result cleaned = this.product.hjk("audit", "feat/x", "--clean");
		assertThat(cleaned.errors().lines()).anyMatch((line) -> line.matches("cleaned: .*/out/a.log.old"))
			.anyMatch((line) -> line.matches("removed: .*/headjack/history"));
		assertThat(cleaned.output().lines().filter((line) -> line.startsWith("found: the login of claude in ")))
			.hasSize(3);
		assertThat(cleaned.errors()).doesNotContain("--clean").contains("hint: hjk changes only what it made");
		assertThat(this.product.hjk("audit", "feat/x", "-o", "json").output()).contains("\"repository\" : null")
			.contains("\"repository\" : \"")
			.contains("\"place\" : \"worktree\"")
			.contains("\"login\" : \"claude\"");
	}

	@Test
	void aLoginInTheEnginesRecordsIsFoundPlaceByPlace() {
		String image = "headjack/test-" + UUID.randomUUID();
		String secret = this.key.secret();
		this.product.piped(secret, this.key.auth()).done();
		String container = this.product.tool("docker", "create", "headjack/agent:latest").strip();
		this.product.tool("docker", "commit", "--message", "made with " + secret, container, image);
		this.product.tool("docker", "rm", container);
		try {
			this.product.hjk("config", "runtime.flags", "[--env, KEY=" + secret + "]").done();
			this.product.hjk("run", "feat/x", "--image", image).done();
			this.product.inside("feat/x", "mkdir -p /root/a/b; printf %s " + secret + " | base64 >/root/a/b/file");
			this.product.hjk("exec", "feat/x", "-d", "-n", "a", "--", "sh", "-c", "sleep 60; : " + secret).done();
			assertThat(this.product.hjk("audit", "feat/x").output().lines())
				.anyMatch((line) -> line.matches("image +headjack/test-\\S+ +found \\(1\\)"))
				.anyMatch((line) -> line.matches("image history +headjack/test-\\S+ +found \\(1\\)"))
				.anyMatch((line) -> line.matches("container +feat/x +found \\(1\\)"))
				.anyMatch((line) -> line.matches("writable layer +feat/x +found \\(1\\)"))
				.anyMatch((line) -> line.matches("programs inside +feat/x +found \\(1\\)"))
				.contains("found: the login of claude in /root/a")
				.noneMatch((line) -> line.contains(secret));
		}
		finally {
			this.product.hjk("rm", "feat/x", "-f");
			this.product.tool("docker", "image", "rm", image);
		}
	}

	@Test
	void theTimeOfARenewalIsNoLoginAndAHistoryElsewhereIsLookedAt() throws IOException {
		SampleLogin codex = SampleLogin.of("codex", "subscription");
		this.product.piped(codex.secret(), codex.auth()).done();
		this.product.hjk("run", "feat/x").done();
		plant(this.product.home().resolve(".bash_history"), "released at 2026-11-01T00:00:00Z\n");
		assertThat(this.product.hjk("audit", "feat/x").done()).doesNotContain("found");
		this.product.piped(this.key.secret(), this.key.auth()).done();
		Path typed = this.product.home().resolve("elsewhere/typed");
		plant(typed, "export KEY=" + this.key.secret() + "\n");
		assertThat(this.product.with("HISTFILE", typed.toString()).hjk("audit").output())
			.contains("found: the login of claude in ")
			.contains("/elsewhere/typed\n");
		this.product.without("HISTFILE");
	}

	@Test
	void withoutALoginItSaysThatThereIsNoneToLookFor() {
		Hjk.Result result = this.product.hjk("audit");
		assertThat(result.output()).contains("clean").doesNotContain("found");
		assertThat(result.errors().lines().findFirst())
			.contains("warning: no login is stored, so there is none to look for");
		// Instances of others come and go meanwhile.
		assertThat(result.errors()).doesNotContain(this.folder.toString());
	}

	@Test
	void withoutAnEngineTheHostIsLookedAt() throws IOException {
		this.product.piped(this.key.secret(), this.key.auth()).done();
		this.product.with("DOCKER_HOST", "unix:///none.sock");
		Hjk.Result result = this.product.hjk("audit");
		assertThat(result.code()).isEqualTo(4);
		assertThat(result.output()).contains("container engine        -    could not look").contains("clean");
		assertThat(result.errors()).contains("warning: could not look: ").contains("\nhint: ");
		plant(this.product.home().resolve(".local/share/headjack/sessions/former/out/a.log"), this.key.secret());
		assertThat(this.product.hjk("audit").code()).isEqualTo(1);
		this.product.without("DOCKER_HOST");
	}

	@Test
	void withoutTheStoreNothingIsCalledClean() {
		this.product.piped(this.key.secret(), this.key.auth()).done();
		this.product.with("HEADJACK_KEYRING_PASSWORD", "FAKE-wrong")
			.hjk("audit")
			.assertFailed(4, "the password does not open", "HEADJACK_KEYRING_PASSWORD");
	}

}
