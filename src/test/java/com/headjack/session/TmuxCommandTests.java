package com.headjack.session;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TmuxCommandTests {

	private static final SessionName NAME = SessionName.of("happy-panda");

	private static List<String> words() {
		return new TmuxCommand.NewSession(NAME, "claude", "/out/happy-panda", LogLimit.parse("2"),
				List.of("sh", "-c", "true"))
			.words();
	}

	@Test
	void newSessionHasAServerOfItsOwnWithoutTheUsersConfiguration() {
		assertThat(words()).startsWith("tmux", "-u", "-f", "/dev/null", "-L", "hjk-happy-panda", "start-server", ";");
	}

	@Test
	void newSessionSetsOptionsBeforeTheProgramStartsAndRecordsBeforeItIsRead() {
		List<String> words = words();
		int program = words.indexOf("new-session");
		assertThat(words.subList(program, words.size()))
			.startsWith("new-session", "-d", "-s", "happy-panda", "-n", "claude", "-x", "120", "-y", "40", "sh", "-c",
					"true", ";", "pipe-pane", "-t", "happy-panda")
			.hasSize(18);
		assertThat(words.subList(0, program)).containsSubsequence("set-option", "-gq", "escape-time", "10", ";")
			.containsSubsequence("set-option", "-gqw", "window-layout-changed");
	}

	@Test
	void newSessionGivesItsRecorderTheFileTheLimitAndTheSize() {
		assertThat(words().getLast()).startsWith("set -- /out/happy-panda 1024 '#{pane_height};#{pane_width}'\n")
			.endsWith(Scripts.RECORD.text().replace("#", "##").replace("%", "%%"));
	}

	@Test
	void newSessionMarksEachSizeInTheLog() {
		assertThat(words().get(words().indexOf("window-layout-changed") + 1)).isEqualTo("run-shell -b -t %0 'printf "
				+ "\"\\033]777;headjack-size;#{pane_height};#{pane_width}\\007\" | tee /out/happy-panda.size "
				+ ">>/out/happy-panda.log'");
	}

	@Test
	void attachMakesTheUsersSettings() {
		assertThat(new TmuxCommand.Attach(NAME, true, AttachSettings.USUAL).words()).containsExactly("tmux", "-u", "-f",
				"/dev/null", "-L", "hjk-happy-panda", "set-option", "-sq", "terminal-features[100]",
				"*:extkeys:clipboard:RGB", ";", "set-option", "-sq", "set-clipboard", "external", ";", "set-option",
				"-gq", "mouse", "off", ";", "set-option", "-gq", "bell-action", "any", ";", "set-option", "-gq",
				"status-left-length", "40", ";", "set-option", "-gq", "prefix", "C-b", ";", "set-option", "-gq",
				"status-right", " Ctrl-B d detaches ", ";", "bind-key", "C-b", "send-prefix", ";", "attach-session",
				"-t", "happy-panda");
	}

	@Test
	void attachWhereTheKeyIsTakenTellsTheKeysThatReachTheSession() {
		assertThat(new TmuxCommand.Attach(NAME, true, AttachSettings.USUAL.reachedBy("Ctrl-B Ctrl-B")).words())
			.containsSubsequence("prefix", "C-b", ";")
			.containsSubsequence("status-right", " Ctrl-B Ctrl-B d detaches ", ";");
	}

	@Test
	void attachWithoutPrefixBindsNone() {
		AttachSettings settings = new AttachSettings(TmuxKey.NONE, true, false, Notifications.NONE);
		assertThat(new TmuxCommand.Attach(NAME, false, settings).words()).doesNotContain("bind-key")
			.containsSubsequence("*:extkeys:clipboard", ";")
			.containsSubsequence("set-clipboard", "off", ";")
			.containsSubsequence("mouse", "on", ";")
			.containsSubsequence("bell-action", "none", ";")
			.containsSubsequence("prefix", "None", ";")
			.containsSubsequence("status-right", "", ";");
	}

}
