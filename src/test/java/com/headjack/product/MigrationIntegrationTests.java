package com.headjack.product;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The move of the logins from one store to another.
 */
class MigrationIntegrationTests {

	/**
	 * Reads logins, a line each, and keeps them in the kernel keyring, which is one of
	 * its own: another user's in a name space of users.
	 */
	private static final String LOG_IN = """
			hjk() { store=$1; shift; HEADJACK_KEYRING_BACKEND=$store "$launcher" "$@"; }
			list() { hjk "$1" auth status | grep "$1" | awk '{ print $1, $2, $3, $4 }' || true; }
			launcher=$1
			files=$HOME/.config/headjack/keyring
			while read -r agent account secret; do
				printf %s "$secret" | hjk keyctl auth "$agent" --method apikey --account "$account" >/dev/null
			done
			list keyctl
			""";

	private static final String THERE_AND_BACK = LOG_IN + """
			hjk file auth migrate --from keyctl --to file
			list keyctl
			list file
			hjk keyctl auth migrate --from file --to keyctl
			list file
			list keyctl
			""";

	/**
	 * Kills the move between two copies, and completes it.
	 */
	private static final String INTERRUPTED = LOG_IN + """
			HEADJACK_KEYRING_BACKEND=file "$launcher" auth migrate --from keyctl --to file >/dev/null &
			pid=$!
			until [ "$(ls "$files" 2>/dev/null | grep -c credential)" -ge 2 ]; do kill -0 "$pid"; done
			kill -s KILL "$pid"
			! wait "$pid" 2>/dev/null || exit 99
			[ "$(ls "$files" | grep -c credential)" -lt 6 ] || exit 98
			list keyctl
			hjk file auth migrate --from keyctl --to file | tail -n 1
			list keyctl
			list file
			""";

	private static final String LISTED = Stream.of("claude", "gemini", "codex")
		.flatMap((agent) -> Stream.of("one", "two").map((account) -> agent + " " + account + " API key\n"))
		.collect(Collectors.joining());

	@TempDir
	Path folder;

	private Hjk product;

	@BeforeEach
	void setUp() throws IOException {
		this.product = new Hjk(this.folder, World.of(this));
	}

	@Test
	void migrateMovesEveryLoginThereAndBack() {
		String moved = logins().map((login) -> "Moved %s --account %s\n".formatted(login[0], login[1]))
			.collect(Collectors.joining());
		assertThat(apart(THERE_AND_BACK))
			.isEqualTo(LISTED + moved + "6 logins moved from keyctl to file (until deleted)\n" + LISTED + moved
					+ "6 logins moved from file to keyctl (until reboot)\n" + LISTED);
	}

	@Test
	void migrateWhenItIsKilledBetweenTwoCopiesHasLostNothingAndIsCompletedByAnother() {
		assertThat(apart(INTERRUPTED))
			.isEqualTo(LISTED + LISTED + "6 logins moved from keyctl to file (until deleted)\n" + LISTED);
	}

	@Test
	void migrateWhenASideIsNoStoreRefusesAndLosesNothing() {
		SampleLogin login = SampleLogin.of("claude", "apikey");
		this.product.with("DBUS_SESSION_BUS_ADDRESS", "unix:path=/no/such.sock")
			.piped(login.secret(), login.auth())
			.done();
		assertRefused(2, "there is no secret store named 'nonsense'", "ready here: ", "--from", "file", "--to",
				"nonsense");
		assertRefused(2, "both the source and the target", "name two", "--from", "file", "--to", "file");
		assertRefused(2, "--to is missing", "--from BACKEND", "--from", "file");
		assertRefused(2, "--from is missing", "--to BACKEND", "--to", "file");
		assertRefused(4, "'secret-service' does not work here", "ready here: ", "--from", "file", "--to",
				"secret-service");
		assertRefused(4, "'secret-service' does not work here", "ready here: ", "--from", "secret-service", "--to",
				"file");
		assertRefused(4, "'wincred' is for Windows", "ready here: ", "--from", "file", "--to", "wincred");
		assertThat(this.product.hjk("auth", "claude", "--status").done()).isEqualTo("claude: API key\n");
	}

	private void assertRefused(int code, String message, String hint, String... options) {
		String[] words = Stream.concat(Stream.of("auth", "migrate"), Stream.of(options)).toArray(String[]::new);
		this.product.hjk(words).assertFailed(code, message, hint);
	}

	/**
	 * Agent, account and secret of each, in the order of a listing of files.
	 */
	private static Stream<String[]> logins() {
		return Stream.of("claude", "codex", "gemini")
			.flatMap((agent) -> Stream.of("one", "two")
				.map((account) -> new String[] { agent, account,
						SampleLogin.of(agent, "apikey").secret() + "-" + account }));
	}

	private String apart(String script) {
		String input = logins().map((login) -> String.join(" ", login) + "\n").collect(Collectors.joining());
		Hjk.Result result = this.product.fed(input, "unshare", "--user", "--map-root-user", "sh", "-euc", script, "sh",
				this.product.launcher().toString());
		Canary.assertAbsent(result.errors());
		return result.done();
	}

}
