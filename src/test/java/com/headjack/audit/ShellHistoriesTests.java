package com.headjack.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.redaction.KnownSecret;
import com.headjack.redaction.SecretSearch;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

class ShellHistoriesTests {

	private static final String SECRET = "FAKE-CANARY-0123456789";

	@TempDir
	Path folder;

	private Path home = Path.of("");

	private final Look look = new Look(SecretSearch.of(List.of(new KnownSecret("claude", Secret.of(SECRET)))),
			"a place", "");

	@BeforeEach
	void resolve() throws IOException {
		this.home = Files.createDirectory(this.folder.toRealPath().resolve("home"));
	}

	private List<Trace> found(Map<String, String> variables) {
		new ShellHistories(new HostEnvironment(OperatingSystem.LINUX, this.home, this.home, variables, Set.of()))
			.search(this.look);
		return this.look.result().traces();
	}

	private Path write(String file) throws IOException {
		Path path = this.home.resolve(file).normalize();
		Files.createDirectories(path.resolveSibling("."));
		return Files.writeString(path, "export KEY=" + SECRET);
	}

	@Test
	void searchFindsTheFilesOfTheUsersShellsOfWhichSomeAreLinks() throws IOException {
		Path bash = write(".bash_history");
		Path fish = write("dotfiles/fish");
		Files.createDirectories(this.home.resolve(".local/share/fish"));
		Files.createSymbolicLink(this.home.resolve(".local/share/fish/fish_history"), fish);
		write("notes");
		assertThat(found(Map.of())).containsExactly(new Trace(bash.toString(), "claude"),
				new Trace(fish.toString(), "claude"));
	}

	@ParameterizedTest
	@ValueSource(strings = { ".bash_history", ".bash_history-01234.tmp", ".bash_eternal_history",
			".bash_sessions/FAKE.history", ".zsh_history", ".zhistory", ".histfile", ".history", ".sh_history",
			".ksh_history", ".mksh_history", ".ash_history", ".tcsh_history", ".zsh_sessions/FAKE.history",
			".zsh_sessions/FAKE.historynew", ".zsh/history", ".config/zsh/.zsh_history",
			".config/zsh/.zsh_sessions/FAKE.history", ".local/state/bash/history", ".local/state/zsh/history",
			".cache/zsh/history", ".local/share/fish/fish_history", ".config/nushell/history.txt",
			".config/nushell/history.sqlite3", ".config/nushell/history.sqlite3-wal",
			"Library/Application Support/nushell/history.txt",
			".local/share/powershell/PSReadLine/ConsoleHost_history.txt",
			"AppData/Roaming/Microsoft/Windows/powershell/PSReadLine/ConsoleHost_history.txt", ".xonsh_history",
			".local/share/xonsh/history_json/xonsh-FAKE.json", ".local/share/xonsh/xonsh-history.sqlite",
			".cache/xonsh/history_json/xonsh-FAKE.json", ".local/share/atuin/history.db",
			".local/share/atuin/history.db-wal", ".local/share/mcfly/history.db", ".local/state/elvish/db.bolt",
			".elvish/db", ".python_history", ".local/state/python/history", ".ipython/profile_default/history.sqlite",
			".node_repl_history", ".julia/logs/repl_history.jl", ".psql_history", ".mysql_history", ".Rhistory",
			".lesshst", ".local/state/lesshst", ".viminfo", ".vim/viminfo", ".local/state/vim/viminfo",
			".local/state/nvim/shada/main.shada" })
	void searchFinds(String file) throws IOException {
		Path history = write(file);
		assertThat(found(Map.of())).containsExactly(new Trace(history.toString(), "claude"));
		assertThat(this.look.result().unseen()).isEmpty();
	}

	@Test
	void searchFindsWhatVariablesName() throws IOException {
		Path file = write("../elsewhere/typed");
		Path relative = write("here/.typed");
		Path zsh = write("../zsh/.zsh_history");
		Path session = write("../zsh/.zsh_sessions/FAKE.history");
		Path data = write("../data/fish/fish_history");
		assertThat(found(Map.of("HISTFILE", file.toString(), "ZDOTDIR", this.folder.resolve("zsh").toString(),
				"XDG_DATA_HOME", this.folder.resolve("data").toString())))
			.extracting(Trace::where)
			.containsExactly(file.toString(), zsh.toString(), session.toString(), data.toString());
		assertThat(found(Map.of("HISTFILE", "here/.typed"))).contains(new Trace(relative.toString(), "claude"));
	}

	@Test
	void searchReadsEachFileOnce() throws IOException {
		Path zsh = write(".config/zsh/.zsh_history");
		Files.createSymbolicLink(this.home.resolve(".zsh_history"), zsh);
		found(Map.of("HISTFILE", zsh.toString(), "ZDOTDIR", zsh.resolveSibling(".").toString()));
		assertThat(this.look.result().bytes()).isEqualTo(".zsh_history".length() + Files.size(zsh));
	}

	@Test
	void searchWhereNothingIsReadableSaysSo() throws IOException {
		Path loop = this.home.resolve(".bash_history");
		Files.createSymbolicLink(loop, loop);
		Files.createSymbolicLink(this.home.resolve(".zsh_history"), this.home.resolve("none"));
		Files.createDirectory(this.home.resolve(".history"));
		found(Map.of("HISTFILE", "/dev/null", "ZDOTDIR", "/dev/null"));
		assertThat(this.look.result().unseen()).containsExactly(loop + " cannot be read");
	}

}
