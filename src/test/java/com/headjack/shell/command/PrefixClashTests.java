package com.headjack.shell.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.process.CommandResult;
import com.headjack.process.ProcessRunner;
import com.headjack.process.ProgramNotFoundException;
import com.headjack.session.TmuxKey;

import static org.assertj.core.api.Assertions.assertThat;

class PrefixClashTests {

	@TempDir
	Path folder;

	private PrefixClash around(String variable, ProcessRunner tmux) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.folder, this.folder,
				Map.of(variable, "0"), Set.of());
		return new PrefixClash(host, tmux, this.folder.resolve("state/notices"));
	}

	private static ProcessRunner tmux(String prefix) {
		return (command) -> {
			assertThat(command.words()).startsWith("tmux", "show-options");
			return new CommandResult(command, 0,
					prefix + "\nbind-key    -T prefix C-b send-prefix\nbind-key -T prefix d detach-client\n", "");
		};
	}

	private static String keys(PrefixClash clash, String prefix) {
		return clash.find(TmuxKey.parse(prefix)).map(PrefixClash.Clash::keys).orElse("none");
	}

	@Test
	void noticeIsGivenOnceForEachKey() {
		PrefixClash clash = around("TMUX", tmux("C-b"));
		PrefixClash.Clash found = clash.find(TmuxKey.parse("C-b")).orElseThrow();
		assertThat(clash.notice(found))
			.hasValue("note: your tmux takes Ctrl-B before the session does; press Ctrl-B Ctrl-B d to detach, or "
					+ "give sessions another prefix key with 'hjk config attach.prefix C-]'");
		assertThat(clash.notice(found)).isEmpty();
		assertThat(around("TMUX", tmux("C-a")).find(TmuxKey.parse("C-a")).flatMap(clash::notice)).isPresent();
	}

	@ParameterizedTest
	@CsvSource({ "TMUX,C-a,none", "TMUX,C-b,Ctrl-B Ctrl-B", "STY,C-a,Ctrl-A a", "STY,C-b,none",
			"ZELLIJ,C-b,Ctrl-B Ctrl-B", "ZELLIJ,C-o,Ctrl-G Ctrl-O", "ZELLIJ,C-g,Ctrl-G", "ZELLIJ,C-],none",
			"TERM,C-b,none" })
	void findTellsTheKeysThatReachTheSession(String variable, String key, String keys) {
		assertThat(keys(around(variable, tmux("C-b")), key)).isEqualTo(keys);
	}

	@Test
	void findWhereTmuxHasAPrefixOfItsOwnTellsTheKeyThatSendsIt() {
		assertThat(keys(around("TMUX", tmux("C-a")), "C-a")).isEqualTo("Ctrl-A Ctrl-B");
	}

	@Test
	void findWhereTmuxDoesNotAnswerIsNone() {
		assertThat(keys(around("TMUX", (command) -> new CommandResult(command, 1, "C-b", "")), "C-b"))
			.isEqualTo("none");
		assertThat(keys(around("TMUX", (command) -> {
			throw new ProgramNotFoundException(command.program(), new IOException());
		}), "C-b")).isEqualTo("none");
	}

	@Test
	void noticeWhereNothingCanBeKeptIsGivenAgain() throws Exception {
		Files.createFile(this.folder.resolve("state"));
		PrefixClash clash = around("STY", tmux("C-b"));
		PrefixClash.Clash found = clash.find(TmuxKey.parse("C-a")).orElseThrow();
		assertThat(clash.notice(found)).isPresent();
		assertThat(clash.notice(found)).isPresent();
	}

}
