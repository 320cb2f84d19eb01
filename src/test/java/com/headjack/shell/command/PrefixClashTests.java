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
			return new CommandResult(command, 0, prefix + "\n", "");
		};
	}

	@Test
	void noticeIsGivenOnceForEachKey() {
		PrefixClash clash = around("TMUX", tmux("C-b"));
		assertThat(clash.notice(TmuxKey.parse("C-b"))).hasValueSatisfying(
				(notice) -> assertThat(notice).contains("your tmux takes Ctrl-B", "hjk config attach.prefix"));
		assertThat(clash.notice(TmuxKey.parse("C-b"))).isEmpty();
		assertThat(around("TMUX", tmux("C-a")).notice(TmuxKey.parse("C-a"))).isPresent();
	}

	@ParameterizedTest
	@CsvSource({ "TMUX,C-a,false", "STY,C-a,true", "STY,C-b,false", "ZELLIJ,C-b,true", "ZELLIJ,C-],false",
			"TERM,C-b,false" })
	void noticeNeedsAProgramThatTakesTheKey(String variable, String key, boolean given) {
		assertThat(around(variable, tmux("C-b")).notice(TmuxKey.parse(key)).isPresent()).isEqualTo(given);
	}

	@Test
	void noticeWhereTmuxDoesNotAnswerIsNone() {
		assertThat(around("TMUX", (command) -> new CommandResult(command, 1, "C-b", "")).notice(TmuxKey.parse("C-b")))
			.isEmpty();
		assertThat(around("TMUX", (command) -> {
			throw new ProgramNotFoundException(command.program(), new IOException());
		}).notice(TmuxKey.parse("C-b"))).isEmpty();
	}

	@Test
	void noticeWhereNothingCanBeKeptIsGivenAgain() throws Exception {
		Files.createFile(this.folder.resolve("state"));
		PrefixClash clash = around("TMUX", tmux("C-b"));
		assertThat(clash.notice(TmuxKey.parse("C-b"))).isPresent();
		assertThat(clash.notice(TmuxKey.parse("C-b"))).isPresent();
	}

}
