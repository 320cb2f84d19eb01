package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What sessions printed, as a person reads it, and how much of it is kept.
 */
@ParameterizedClass
@EnumSource(value = World.class, names = { "RESIDENT", "PERSIAN" })
class LogsIntegrationTests extends InstanceTestBase {

	/**
	 * Prints more than is kept, with pauses in which it can be followed, and then draws
	 * on.
	 */
	private static final String MUCH = """
			i=0
			while [ $i -lt 40 ]; do
				seq $((i * 4000 + 1)) $((i * 4000 + 4000))
				i=$((i + 1))
				sleep 0.2
			done
			printf 'one\\ntwo\\n\\033[2A\\033[KONE\\n\\n'
			""";

	private void start(String session, String script) {
		this.product.hjk("exec", "feat/x", "-d", "-n", session, "--", "sh", "-c", script).done();
	}

	private String logs(String session, String... options) {
		String[] words = Stream.concat(Stream.of("logs", "feat/x", session), Stream.of(options)).toArray(String[]::new);
		return this.product.hjk(words).done();
	}

	/**
	 * Follows a session, and makes the file that it waits for once its first line is
	 * there.
	 * @return what it printed after that line
	 */
	private String followed(String session, String file) throws IOException {
		String follow = "\"$0\" logs feat/x \"$1\" -f -n 1 | { read -r begun; touch \"$2\"; cat; }";
		return this.product
			.command("bash", "-o", "pipefail", "-c", follow, this.product.launcher().toString(), session,
					this.product.worktree("feat~x").resolve(file).toString())
			.done();
	}

	private List<Path> out() throws IOException {
		try (Stream<Path> files = Files.walk(this.product.home().resolve(".local/share/headjack/sessions"))) {
			return files.filter((file) -> file.getFileName().toString().startsWith("a.")).toList();
		}
	}

	@Test
	void aPlainProgramIsReadAsItStoodOnTheScreenAlsoAfterItsEnd() {
		this.product.hjk("run", "feat/x").done();
		String wide = "0123456789".repeat(30);
		start("a", "printf ' 10%%\\r 99%%\\r100%%\\n\\033[1m\u65e5\u672c\\033[m\\n'; echo " + wide
				+ "; printf '\\033[?1049hfull\\033[?1049l'; sleep 2; echo end; sleep 1");
		String expected = "100%\n\u65e5\u672c\n" + wide + "\nend\n";
		assertThat(logs("a", "-f")).isEqualTo(expected);
		assertThat(logs("a", "-n", "2")).isEqualTo(wide + "\nend\n");
		assertThat(logs("a", "--raw")).contains("\r 99%\r").contains("\033[1m").contains("\033[?1049hfull");
		this.product.hjk("stop", "feat/x").done();
		assertThat(logs("a")).isEqualTo(expected);
	}

	@Test
	void anAgentsScreenIsReadOnce() throws IOException {
		SampleLogin login = SampleLogin.of("claude", "apikey");
		this.product.hjk("config", "runtime.flags", "[--network, none]").done();
		this.product.piped(login.secret(), login.auth()).done();
		this.product.hjk("run", "feat/x").done();
		this.product.hjk(login.start("feat/x", "a")).done();
		this.product.screen("feat/x", "a", String.valueOf(login.ready()));
		this.product.inside("feat/x", "tmux -L hjk-a resize-window -x 90 -y 30");
		List<String> screen = screen(login);
		List<String> log = stripped(logs("a"));
		// It may draw between the two looks.
		for (int tries = 0; tries < 30 && !log.equals(screen); tries++) {
			screen = screen(login);
			log = stripped(logs("a"));
		}
		assertThat(screen).allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(90));
		assertThat(log).isEqualTo(screen).noneMatch((line) -> line.contains("\033"));
	}

	private List<String> screen(SampleLogin login) throws IOException {
		return stripped(this.product.screen("feat/x", "a", String.valueOf(login.ready())).stripTrailing());
	}

	private static List<String> stripped(String text) {
		return text.lines().map(String::stripTrailing).toList();
	}

	@Test
	void muchIsFollowedWhereTheLogGoesOnAndOnlyItsEndIsKept() throws IOException {
		this.product.with("HEADJACK_LOGS_LIMIT", "1").hjk("run", "feat/x").done();
		start("a", "echo begun; until [ -e go ]; do sleep 0.1; done\n" + MUCH);
		List<String> all = Stream
			.concat(IntStream.rangeClosed(1, 160_000).mapToObj(String::valueOf), Stream.of("ONE", "two"))
			.toList();
		assertThat(followed("a", "go").lines().toList()).isEqualTo(all);
		List<String> kept = logs("a", "--full").lines().toList();
		assertThat(kept).hasSizeBetween(30_000, 150_000).isEqualTo(all.subList(all.size() - kept.size(), all.size()));
		assertThat(logs("a", "-n", "3")).isEqualTo("160000\nONE\ntwo\n");
		assertThat(this.product.hjk("ps", "feat/x").done()).contains("exited (0)");
		assertThat(out().stream().mapToLong((file) -> file.toFile().length()).sum()).isBetween(384L * 1024,
				1024L * 1024);
		this.product.hjk("rm", "feat/x", "-f").done();
		assertThat(out()).isEmpty();
	}

	@Test
	void aStoredLoginIsHiddenAlsoWhereTheTerminalBrokeIt() {
		SampleLogin key = SampleLogin.of("claude", "apikey");
		this.product.piped(key.secret(), key.auth("--account", "work")).done();
		this.product.hjk("run", "feat/x").done();
		this.product.piped(key.secret(), "exec", "feat/x", "--no-mux", "--", "sh", "-c", "cat > key").done();
		start("a", """
				printf 'key: '; cat key; printf ', \\033[1m'; head -c 50 key
				printf '\\n  \\033[5C'; tail -c +51 key; echo .; sleep 2; tail -c 40 key; echo""");
		String raw = "key: [redacted claude work], \033[1m[redacted claude work]\r\n  \033[5C.\r\n";
		assertThat(logs("a", "-f", "--raw")).contains(raw).contains(key.secret().substring(68));
		assertThat(logs("a")).startsWith("key: [redacted claude work], [redacted claude work]\n       .\n");
		assertThat(logs("a", "--raw", "-n", "2")).doesNotContain(key.secret().substring(60));
		assertThat(logs("a", "--secrets").replaceAll("\\s", "")).contains(key.secret());
		assertThat(logs("a", "--secrets", "--raw")).contains(key.secret());
		Hjk.Result locked = this.product.with("HEADJACK_KEYRING_PASSWORD", "FAKE-wrong").hjk("logs", "feat/x", "a");
		assertThat(locked.errors()).startsWith("warning: logins in this log cannot be hidden: the password does not")
			.contains("\nhint: ");
		assertThat(locked.done()).contains(key.secret());
	}

	@Test
	void aLimitThatIsNoneIsRefused() {
		this.product.hjk("config", "logs.limit", "much").assertFailed(2, "logs.limit", "64");
		this.product.with("HEADJACK_LOGS_LIMIT", "0")
			.hjk("ps")
			.assertFailed(2, "HEADJACK_LOGS_LIMIT: invalid value \"0\" for logs.limit", "64");
		this.product.without("HEADJACK_LOGS_LIMIT");
	}

}
