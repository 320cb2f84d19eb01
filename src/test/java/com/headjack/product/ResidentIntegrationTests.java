package com.headjack.product;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The resident process as a user has it: nothing but the time tells whether it is there.
 * A busy machine may have some of the commands run without it.
 */
@Timeout(180)
class ResidentIntegrationTests {

	private static final Pattern NUMBER = Pattern.compile("\"(\\w+)\" : (\\d+)");

	@TempDir
	Path folder;

	private Hjk product;

	private Path runtime;

	@BeforeEach
	void setUp() throws IOException {
		this.runtime = Files.createDirectory(this.folder.resolve("run"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		this.product = new Hjk(this.folder, World.PLAIN).with("XDG_RUNTIME_DIR", this.runtime.toString());
		resident("on");
	}

	@AfterEach
	void stop() {
		this.product.hjk("resident", "stop");
	}

	private Hjk resident(String mode) {
		return this.product.with("HJK_RESIDENT", mode);
	}

	private long status(String name) {
		Matcher number = NUMBER.matcher(this.product.hjk("resident", "status", "-o", "json").done());
		while (number.find()) {
			if (number.group(1).equals(name)) {
				return Long.parseLong(number.group(2));
			}
		}
		return 0;
	}

	private void started() throws InterruptedException {
		this.product.hjk("ps").done();
		for (int tries = 0; tries < 100 && status("pid") == 0; tries++) {
			TimeUnit.MILLISECONDS.sleep(100);
		}
		assertThat(status("pid")).isPositive();
	}

	private Path socket() throws IOException {
		try (Stream<Path> files = Files.list(this.runtime.resolve("headjack"))) {
			return files.filter((file) -> file.toString().endsWith(".sock")).findFirst().orElseThrow();
		}
	}

	private Hjk.Result shell(String script) {
		return this.product.command("sh", "-c", "hjk=$1; " + script, "sh", this.product.launcher().toString());
	}

	@Test
	void theFirstCommandStartsItAndTheNextOnesRunInIt() throws Exception {
		assertThat(this.product.hjk("resident", "status").done())
			.isEqualTo("No resident process; the next command starts one\n");
		started();
		long before = status("commands");
		assertThat(this.product.hjk("ps").done()).isEqualTo("No instances found\n");
		assertThat(this.product.hjk("version").done()).startsWith("headjack ");
		assertThat(status("commands")).isGreaterThan(before);
		assertThat(this.product.hjk("resident", "stop").done()).isEqualTo("Stopped the resident process\n");
		assertThat(this.product.hjk("resident", "stop").done()).isEqualTo("There is no resident process\n");
		assertThat(this.product.hjk("resident", "restart").done()).isEqualTo("Started the resident process\n");
	}

	@ParameterizedTest
	@EnumSource(names = { "RESIDENT", "RESIDENT_USER" })
	void theWorldsThatHaveOneAreServedByIt(World world, @TempDir Path place) throws Exception {
		this.product = new Hjk(place, world);
		started();
		long before = status("commands");
		this.product.hjk("ps").done();
		assertThat(status("commands")).isGreaterThan(before);
	}

	@Test
	void answersAreTheSame() throws Exception {
		started();
		List<String> scripts = List.of("$hjk version", "$hjk ps", "$hjk ps -o json", "$hjk frobnicate",
				"$hjk ps --wrong", "$hjk help run", "$hjk config", "$hjk logs nobody a",
				"$hjk config default.agent claude; $hjk config",
				"$hjk config default.agent codex; $hjk config --unset default.agent; $hjk config default.agent",
				"cd /; $hjk run feat/x", "LC_ALL=de_DE.UTF-8 $hjk ps ''", "HOME=/nonexistent $hjk config",
				"HOME= $hjk auth status", "DOCKER_HOST=unix:///nonexistent $hjk ps",
				"HEADJACK_KEYRING_BACKEND=paper $hjk auth status", "HEADJACK_KEYRING_PASSWORD= $hjk auth status",
				"$hjk ps $(printf 'a\\377')", "umask 077; $hjk ps", "PATH=/nonexistent:${PATH%%:*}; $hjk ps",
				"$hjk ps >&-", "$hjk help | head -1", "$hjk help >/dev/full", "$hjk ps 2>&-", "$hjk trust",
				"$hjk trust --list", "$hjk complete -- ru", "$hjk complete -- ps --o", "$hjk kill nobody/a", "$hjk",
				"$hjk auth status", "$hjk auth remove claude", "printf 'ps\\nfrob\\n' | $hjk -", "$hjk @nowhere",
				"$hjk attach nobody a", "echo n | $hjk rm nobody", "$hjk exec nobody -d true");
		for (String script : scripts) {
			Hjk.Result warm = with("on", script);
			Hjk.Result cold = with("off", script);
			assertThat(warm.code()).as(script).isEqualTo(cold.code());
			assertThat(warm.output()).as(script).isEqualTo(cold.output());
			assertThat(warm.errors()).as(script).isEqualTo(cold.errors());
		}
	}

	@Test
	void theShellRunsInIt() throws Exception {
		started();
		long before = status("commands");
		String typed = "{ sleep 3; printf 'ps\\r'; sleep 3; printf 'exit\\r'; } | ";
		assertThat(shell(typed + "TERM=xterm script --quiet --return --command $hjk /dev/null").done())
			.contains("lists the commands", "No instances found");
		assertThat(status("commands")).isGreaterThan(before);
		assertThat(status("running")).isZero();
	}

	private Hjk.Result with(String mode, String script) {
		return resident(mode).command("sh", "-c", "hjk=$1; " + script + "; echo $?", "sh",
				this.product.launcher().toString());
	}

	@Test
	void programsInAContainerHaveTheStreamsOfTheClient() throws Exception {
		started();
		this.product.hjk("run", "feat/x").done();
		try {
			long before = status("commands");
			assertThat(shell("seq 200000 | $hjk exec feat/x --no-mux cat | md5sum").done())
				.isEqualTo(shell("seq 200000 | md5sum").done());
			assertThat(shell("$hjk exec feat/x --no-mux -- sh -c 'echo a; echo b >&2; exit 75'"))
				.satisfies((result) -> assertThat(result.code()).isEqualTo(75))
				.satisfies((result) -> assertThat(result.output()).isEqualTo("a\n"))
				.satisfies((result) -> assertThat(result.errors()).isEqualTo("b\n"));
			assertThat(shell("{ $hjk exec feat/x --no-mux seq 1000000; echo $? >&2; } | head -1"))
				.satisfies((result) -> assertThat(result.output()).isEqualTo("1\n"))
				.satisfies((result) -> assertThat(result.errors()).isEqualTo("141\n"));
			assertThat(shell("printf 'a\\nb\\n' | { $hjk ps >/dev/null; cat; }").done()).isEqualTo("a\nb\n");
			assertThat(status("commands")).isGreaterThan(before);
		}
		finally {
			this.product.hjk("rm", "feat/x", "--force");
		}
	}

	@Test
	void aSignalToTheClientEndsItsCommand() throws Exception {
		started();
		this.product.hjk("run", "feat/x").done();
		try {
			for (String signal : List.of("TERM", "HUP")) {
				Hjk.Result ended = shell("$hjk exec feat/x --no-mux sleep 1000 & client=$!; sleep 3; kill -" + signal
						+ " $client; wait $client");
				assertThat(ended.code()).as(signal).isEqualTo(signal.equals("TERM") ? 143 : 129);
			}
			Hjk.Result killed = shell(
					"$hjk exec feat/x --no-mux sleep 1000 & sleep 3; kill -KILL $!; wait $!; sleep 2");
			assertThat(killed.code()).isNotEqualTo(1);
			assertThat(status("running")).isZero();
			assertThat(this.product.inside("feat/x", "pgrep -x sleep || true")).isEmpty();
		}
		finally {
			this.product.hjk("rm", "feat/x", "--force");
		}
	}

	@Test
	void aProcessThatDiesInTheMiddleIsTold() throws Exception {
		started();
		this.product.hjk("run", "feat/x").done();
		try {
			Hjk.Result lost = shell("$hjk exec feat/x --no-mux sleep 1000 & client=$!; sleep 3; kill -KILL "
					+ status("pid") + "; wait $client");
			lost.assertFailed(1, "the resident process ended before 'hjk exec feat/x' did", "hjk ps -a");
			assertThat(this.product.hjk("ps").done()).contains("feat/x");
		}
		finally {
			resident("off").hjk("rm", "feat/x", "--force");
		}
	}

	@Test
	void aProcessThatHangsIsNotWaitedFor() throws Exception {
		started();
		long pid = status("pid");
		this.product.tool("kill", "-STOP", Long.toString(pid));
		try {
			assertThat(this.product.hjk("ps").done()).isEqualTo("No instances found\n");
		}
		finally {
			this.product.tool("kill", "-CONT", Long.toString(pid));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "rm -f $s", "rm -f $s; mkfifo $s", "rm -f $s; echo x >$s", "rm -f $s; ln -s /nowhere $s",
			"rm -f $s; mkdir $s", "chmod 755 ${s%/*}", "rm -rf ${s%/*}", "kill -KILL $pid" })
	void whateverBecomesOfTheSocketCommandsRun(String change) throws Exception {
		started();
		this.product.command("sh", "-c", "s=$1 pid=$2; " + change, "sh", socket().toString(),
				Long.toString(status("pid")));
		assertThat(this.product.hjk("ps").done()).isEqualTo("No instances found\n");
		assertThat(this.product.hjk("version").done()).startsWith("headjack ");
	}

	@Test
	void itKeepsNoSecret() throws Exception {
		shell("HJK_JAVA_OPTS=-XX:-DisableAttachMechanism setsid $hjk resident serve >/dev/null 2>&1 &");
		started();
		long pid = status("pid");
		long before = status("commands");
		String key = Canary.key("sk-ant-api03-");
		this.product.piped(key + "\n", "auth", "claude", "--method", "apikey").done();
		this.product.with("ANTHROPIC_API_KEY", key).with("HEADJACK_KEYRING_PASSWORD", "FAKE-" + Canary.MARK);
		for (int i = 0; i < 5; i++) {
			this.product.hjk("auth", "status");
			this.product.hjk("ps");
			this.product.hjk("config");
			this.product.hjk("exec", "nobody", "-d", Canary.MARK);
		}
		this.product.without("ANTHROPIC_API_KEY").with("HEADJACK_KEYRING_PASSWORD", "FAKE-CANARY-password");
		assertThat(status("commands")).isGreaterThan(before);
		TimeUnit.SECONDS.sleep(5);
		Path dump = this.folder.resolve("dump.hprof");
		this.product.tool(System.getProperty("java.home") + "/bin/jcmd", Long.toString(pid), "GC.heap_dump",
				dump.toString());
		assertThat(Files.size(dump)).isGreaterThan(1_000_000);
		List<String> found = new ArrayList<>();
		String bytes = Files.readString(dump, StandardCharsets.ISO_8859_1);
		for (String form : List.of(Canary.MARK, String.join("\0", Canary.MARK.split("")))) {
			if (bytes.contains(form)) {
				found.add(form);
			}
		}
		assertThat(found).isEmpty();
		Canary.assertAbsentBelow(this.product.home().resolve(".local/state/headjack"));
	}

}
