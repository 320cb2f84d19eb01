package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The stored login beside the one that the agent itself keeps on the host.
 */
@InWorld(World.RESIDENT)
class HostLoginIntegrationTests {

	private static final String STORED = SampleLogin.of("codex", "subscription").secret();

	private static final String NEWER = STORED.replace("2026-11-01", "2026-11-02");

	private static final String OLDER = STORED.replace("2026-11-01", "2026-10-31");

	@TempDir
	Path folder;

	private Hjk product;

	private Path auth;

	@BeforeEach
	void logIn() throws IOException {
		this.product = new Hjk(this.folder, World.of(this));
		this.auth = Files.createDirectories(this.product.home().resolve(".codex")).resolve("auth.json");
		this.product.piped(STORED, "auth", "codex", "--method", "subscription").done();
	}

	@AfterEach
	void assertNothingLeaks() {
		assertThat(this.product.hjk("auth", "status").output()).doesNotContain(Canary.MARK);
	}

	@Test
	void newerLoginIsToldAndTaken() throws IOException {
		Files.writeString(this.auth, NEWER);
		assertThat(this.product.hjk("auth", "status").errors()).contains("the login of codex in " + this.auth
				+ " is newer than the stored one: run 'hjk auth codex --refresh' to take it");
		assertThat(this.product.hjk("auth", "status", "-o", "json").done()).contains("\"host\" : \"newer\"");
		assertThat(this.product.hjk("auth", "codex", "--refresh").done())
			.isEqualTo("Stored the newer login of codex from " + this.auth + "\n");
		assertThat(this.product.hjk("auth", "codex", "--refresh").done())
			.isEqualTo("The stored login of codex is up to date\n");
		assertThat(this.product.hjk("auth", "status").errors()).doesNotContain("newer");
		assertThat(this.product.hjk("auth", "log", "codex").done()).contains("from " + this.auth)
			.doesNotContain(Canary.MARK);
		assertThat(this.auth).hasContent(NEWER);
	}

	@Test
	void olderLoginIsToldAndReplacedOnlyByExport() throws IOException {
		Files.writeString(this.auth, OLDER);
		assertThat(this.product.hjk("auth", "status").errors())
			.contains("the stored login of codex is newer than that in " + this.auth + ": run 'hjk auth export codex'");
		assertThat(this.product.hjk("auth", "codex", "--refresh").done())
			.isEqualTo("The stored login of codex is newer than that in " + this.auth + "\n");
		this.product.hjk("auth", "codex", "--method", "subscription")
			.assertFailed(1, "is older than the stored one", "hjk auth remove codex");
		assertThat(this.auth).hasContent(OLDER);
		assertThat(this.product.hjk("auth", "export", "codex").done())
			.isEqualTo("Wrote the stored login of codex to " + this.auth + "\n");
		assertThat(this.auth).hasContent(STORED);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.auth))).isEqualTo("rw-------");
	}

	@Test
	void olderLoginThatIsPipedReplacesTheStoredOneWithAWarning() {
		Hjk.Result taken = this.product.piped(OLDER, "auth", "codex", "--method", "subscription");
		assertThat(taken.done()).endsWith("It replaces the earlier login for codex.\n");
		assertThat(taken.errors()).contains("warning: this login is older than the stored one, which it replaces\n");
	}

	@Test
	void exportTellsHowToTakeTheLoginBack() throws IOException {
		Path other = this.product.repository().resolve("auth.json");
		assertThat(this.product.hjk("auth", "export", "codex", "auth.json").errors())
			.contains("'hjk auth codex --method subscription < \"" + other + "\"' takes back a newer one");
		assertThat(this.product.hjk("auth", "export", "codex").errors())
			.contains("'hjk auth codex --refresh' takes back a newer one");
		this.product.hjk("auth", "export", "codex", "sub/auth.json")
			.assertFailed(1, "there is no folder " + this.product.repository().resolve("sub"), "mkdir -p");
	}

	@Test
	void exportKeepsWhatMustNotBeLost() throws IOException {
		Files.writeString(this.auth, NEWER);
		this.product.hjk("auth", "export", "codex").assertFailed(1, "holds a newer login", "--force");
		assertThat(this.auth).hasContent(NEWER);
		Path link = Files.createSymbolicLink(this.product.repository().resolve("link"), this.auth);
		this.product.hjk("auth", "export", "codex", "link", "--force").assertFailed(1, link + " is a link", "remove");
		this.product.hjk("auth", "export", "codex", "-").assertFailed(2, "not written to stdout", "name a file");
		this.product.hjk("auth", "export", "codex", "/dev/stdout").assertFailed(1, "is a link", "name the file");
		this.product.hjk("auth", "export", "gemini").assertFailed(3, "no credential for gemini", "hjk auth gemini");
		this.product.piped(Canary.key("sk-ant-api03-"), "auth", "claude", "--method", "apikey").done();
		this.product.hjk("auth", "export", "claude", "key").assertFailed(1, "claude keeps no login", "hjk auth claude");
		assertThat(this.product.hjk("auth", "export", "codex", "--force").done()).startsWith("Wrote ");
		assertThat(this.auth).hasContent(STORED);
	}

	@Test
	void loginOfSomebodyElseIsNeitherToldNorTaken() throws IOException {
		Files.writeString(this.auth, NEWER.replaceAll("(\"account_id\":\")[^\"]*", "$1FAKE-other"));
		assertThat(this.product.hjk("auth", "status").errors()).doesNotContain(this.auth.toString());
		this.product.hjk("auth", "codex", "--refresh").assertFailed(1, "of the same owner", "--account NAME");
		this.product.hjk("auth", "codex", "--refresh", "--method", "subscription")
			.assertFailed(2, "cannot be combined", "leave out --method");
		this.product.hjk("auth", "codex", "--refresh", "--account", "work")
			.assertFailed(3, "account \"work\"", "hjk auth codex");
	}

}
