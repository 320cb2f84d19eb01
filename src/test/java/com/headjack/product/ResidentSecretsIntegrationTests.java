package com.headjack.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the resident process knows of secrets after the commands that needed them.
 */
@Timeout(180)
class ResidentSecretsIntegrationTests {

	private static final String PASSWORD = "FAKE-" + Canary.MARK;

	@TempDir
	Path folder;

	private Hjk product;

	@BeforeEach
	void start() throws Exception {
		Path runtime = Files.createDirectory(this.folder.resolve("run"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		this.product = new Hjk(this.folder, World.PLAIN).with("XDG_RUNTIME_DIR", runtime.toString())
			.with("HJK_RESIDENT", "on")
			.with("HEADJACK_KEYRING_PASSWORD", PASSWORD);
		this.product.command("sh", "-c",
				"HJK_JAVA_OPTS=-XX:-DisableAttachMechanism HEADJACK_KEYRING_PASSWORD= setsid \"$0\" "
						+ "resident serve >/dev/null 2>&1 &",
				this.product.launcher().toString());
		for (int tries = 0; tries < 100 && status("pid") == 0; tries++) {
			TimeUnit.MILLISECONDS.sleep(100);
		}
		this.product.piped(Canary.key("sk-ant-api03-") + "\n", "auth", "claude", "--method", "apikey").done();
		this.product.hjk("run", "feat/x").done();
	}

	@AfterEach
	void stop() {
		this.product.hjk("rm", "feat/x", "--force");
		this.product.hjk("resident", "stop");
	}

	private long status(String name) {
		String status = this.product.hjk("resident", "status", "-o", "json").done();
		Matcher number = Pattern.compile("\"" + name + "\" : (\\d+)").matcher(status);
		return number.find() ? Long.parseLong(number.group(1)) : 0;
	}

	@Test
	void nothingIsLeftOfLoginsPasswordsAndTokens() throws Exception {
		long before = status("commands");
		agent("a").done();
		this.product.with("HEADJACK_KEYRING_PASSWORD", "FAKE-wrong-" + Canary.MARK);
		assertThat(agent("b").code()).isNotZero();
		this.product.with("HEADJACK_KEYRING_BACKEND", "vault")
			.with("VAULT_ADDR", "http://127.0.0.1:9")
			.with("VAULT_TOKEN", "FAKE-" + Canary.MARK);
		assertThat(agent("c").code()).isNotZero();
		this.product.with("HEADJACK_KEYRING_BACKEND", "file")
			.without("VAULT_TOKEN")
			.without("HEADJACK_KEYRING_PASSWORD");
		try (UserTerminal terminal = UserTerminal.open(this.product)) {
			terminal.type("hjk agent feat/x claude -d --name d")
				.await("assword")
				.type(PASSWORD)
				.await("Created session d");
		}
		assertThat(status("commands")).isGreaterThanOrEqualTo(before + 4);
		TimeUnit.SECONDS.sleep(5);
		assertThat(isMarked(dump())).as("the memory holds a secret").isFalse();
		Canary.assertAbsentBelow(this.product.home().resolve(".local/state/headjack"));
	}

	/**
	 * No command takes part: the process looks after logins by itself.
	 */
	@Test
	void nothingIsLeftOfALoginThatWasTakenBack() throws Exception {
		String account = "taken-" + ProcessHandle.current().pid();
		this.product.with("HEADJACK_KEYRING_BACKEND", "keyctl").without("HEADJACK_KEYRING_PASSWORD");
		Instant renewed = Instant.now().truncatedTo(ChronoUnit.SECONDS);
		this.product
			.piped(TokenServer.login("FAKE", 1, renewed.minusSeconds(600)), "auth", "codex", "--method", "subscription",
					"--account", account)
			.done();
		try {
			this.product.hjk("agent", "feat/x", "codex", "-d", "-n", "a", "--account", account, "--", "login", "status")
				.done();
			this.product
				.fed(TokenServer.login("FAKE", 2, renewed), "docker", "exec", "-i", this.product.container("feat/x"),
						"sh", "-c", "cat >/run/headjack/.codex/auth.json")
				.done();
			await(() -> this.product.hjk("auth", "log", "codex").done().contains("taken back"));
			TimeUnit.SECONDS.sleep(15);
			assertThat(isMarked(dump())).as("the memory holds a login").isFalse();
			assertThat(this.product.hjk("auth", "status", "-o", "json").done()).contains(renewed.toString());
		}
		finally {
			this.product.hjk("auth", "remove", "codex", "--account", account);
		}
	}

	private static void await(BooleanSupplier condition) throws InterruptedException {
		for (int tries = 0; tries < 60 && !condition.getAsBoolean(); tries++) {
			TimeUnit.SECONDS.sleep(1);
		}
		assertThat(condition.getAsBoolean()).isTrue();
	}

	/**
	 * At logout the keyring of the session is revoked in which the process was started.
	 */
	@Test
	void theKernelKeyringIsThereAfterTheLogout() throws Exception {
		String agent = "kernel-" + ProcessHandle.current().pid();
		Path agents = Files.createDirectories(this.product.home().resolve(".config/headjack/agents"));
		Files.writeString(agents.resolve(agent + ".yaml"), """
				title: Kernel
				command: sh
				flags: [-c, 'echo done']
				logins:
				  apikey:
				    variable: KERNEL_KEY
				    accepts:
				      pattern: kernel-.+
				      expected: a key that starts with kernel-
				    environment:
				      KERNEL_KEY: ${credential}
				""");
		this.product.with("HEADJACK_KEYRING_BACKEND", "keyctl");
		this.product.piped("kernel-FAKE\n", "auth", agent, "--method", "apikey").done();
		try {
			this.product.tool("keyctl", "session", "-", "sh", "-c", "\"$0\" resident restart && keyctl revoke @s",
					this.product.launcher().toString());
			this.product.hjk("agent", "feat/x", agent, "-d", "--name", "a").done();
			assertThat(status("commands")).isPositive();
		}
		finally {
			this.product.hjk("auth", "remove", agent).done();
		}
	}

	private Hjk.Result agent(String name) {
		return this.product.hjk("agent", "feat/x", "claude", "-d", "--name", name);
	}

	/**
	 * Dumps the memory with the garbage that is still in it.
	 */
	private String dump() throws IOException {
		Path dump = this.folder.resolve("dump.hprof");
		this.product.tool(System.getProperty("java.home") + "/bin/jcmd", Long.toString(status("pid")), "GC.heap_dump",
				"-all", dump.toString());
		assertThat(Files.size(dump)).isGreaterThan(1_000_000);
		return Files.readString(dump, StandardCharsets.ISO_8859_1);
	}

	private static boolean isMarked(String dump) {
		return Canary.isIn(dump) || dump.contains(String.join("\0", Canary.MARK.split("")));
	}

}
