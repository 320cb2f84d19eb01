package com.headjack.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;

/**
 * The files in which shells and other programs keep what the user typed.
 *
 * @param host the machine
 */
record ShellHistories(HostEnvironment host) {

	private static final String AT_HOME = "{.*hist*,.*lesshst*,.*viminfo*}";

	private static final String SESSIONS = "*.history*";

	private static final String DATABASES = "{*.db*,db*}";

	private static final List<KnownVariable> XDG = List.of(KnownVariable.XDG_CONFIG_HOME, KnownVariable.XDG_DATA_HOME,
			KnownVariable.XDG_STATE_HOME);

	private static final List<String> XDG_DEFAULTS = List.of(".config", ".local/share", ".local/state", ".cache",
			"Library/Application Support", "AppData/Roaming", "AppData/Roaming/Microsoft/Windows");

	/**
	 * The folders of programs in those of all programs; the name that is empty stands for
	 * files without a folder of their own.
	 */
	private static final List<String> PROGRAMS = List.of("", "bash", "zsh", "fish", "ksh", "tcsh", "nushell", "xonsh",
			"powershell/PSReadLine", "python", "node", "less", "vim");

	void search(Look look) {
		Set<Path> seen = new HashSet<>();
		Stream
			.concat(this.host.file(KnownVariable.HISTFILE).stream(),
					places().flatMap((place) -> place.list(look).stream()))
			.forEach((file) -> real(file, look).filter(seen::add)
				.ifPresent((real) -> look.file(Objects.requireNonNull(real.getParent()), real)));
	}

	private Stream<HistoryFiles> places() {
		return Stream.of(atHome(), zsh(), shared().flatMap(ShellHistories::below)).flatMap((places) -> places);
	}

	private Stream<HistoryFiles> atHome() {
		Path home = this.host.home();
		return Stream.of(new HistoryFiles(home, AT_HOME), new HistoryFiles(home.resolve(".bash_sessions"), SESSIONS),
				HistoryFiles.in(home.resolve(".vim")), HistoryFiles.in(home.resolve(".ipython/profile_default")),
				HistoryFiles.in(home.resolve(".julia/logs")), new HistoryFiles(home.resolve(".elvish"), DATABASES),
				new HistoryFiles(home.resolve(".mcfly"), DATABASES));
	}

	private Stream<HistoryFiles> zsh() {
		Path home = this.host.home();
		Stream<Path> own = Stream.concat(this.host.file(KnownVariable.ZDOTDIR).stream(),
				Stream.of(home.resolve(".zsh"), home.resolve(".config/zsh")));
		return Stream.concat(Stream.of(sessions(home)),
				own.flatMap((folder) -> Stream.of(HistoryFiles.in(folder), sessions(folder))));
	}

	private static HistoryFiles sessions(Path folder) {
		return new HistoryFiles(folder.resolve(".zsh_sessions"), SESSIONS);
	}

	/**
	 * The folders that programs share. What a variable names need not be what it named
	 * when a shell ran.
	 */
	private Stream<Path> shared() {
		return Stream
			.concat(XDG.stream().flatMap((variable) -> this.host.folder(variable).stream()),
					XDG_DEFAULTS.stream().map(this.host.home()::resolve))
			.distinct();
	}

	private static Stream<HistoryFiles> below(Path shared) {
		return Stream.concat(PROGRAMS.stream().map((program) -> HistoryFiles.in(shared.resolve(program))),
				Stream.of(new HistoryFiles(shared.resolve("xonsh/history_json"), "*"),
						new HistoryFiles(shared.resolve("nvim/shada"), "*"),
						new HistoryFiles(shared.resolve("atuin"), DATABASES),
						new HistoryFiles(shared.resolve("mcfly"), DATABASES),
						new HistoryFiles(shared.resolve("elvish"), DATABASES)));
	}

	/**
	 * Follows the link that the user's own file may be.
	 * @return the file, or empty if it is gone or holds nothing by itself
	 */
	private static Optional<Path> real(Path file, Look look) {
		try {
			return Optional.of(file.toRealPath()).filter(Files::isRegularFile);
		}
		catch (NoSuchFileException _) {
			return Optional.empty();
		}
		catch (IOException _) {
			look.unseen(file + " cannot be read");
			return Optional.empty();
		}
	}

}
