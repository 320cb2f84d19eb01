package com.headjack.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.log.SessionLog;

import static org.assertj.core.api.Assertions.assertThat;

class ProgramSignalsTests {

	@TempDir
	Path folder;

	private final List<String> signals = new CopyOnWriteArrayList<>();

	private ProgramSignals follow(boolean fromStart) throws IOException {
		Files.writeString(log(), "\033]777;headjack-begin\007before \033]9;before\007");
		return ProgramSignals.of(new SessionLog(log(), this.folder.resolve("a.log.old")), fromStart,
				(signal) -> this.signals.add(new String(signal, StandardCharsets.UTF_8)));
	}

	private Path log() {
		return this.folder.resolve("a.log");
	}

	private void await(String... expected) throws InterruptedException {
		for (int tries = 0; tries < 100 && this.signals.size() < expected.length; tries++) {
			TimeUnit.MILLISECONDS.sleep(50);
		}
		assertThat(this.signals).containsExactly(expected);
	}

	@Test
	void ofASessionThatRunsPassesOnWhatComes() throws Exception {
		try (ProgramSignals _ = follow(false)) {
			TimeUnit.MILLISECONDS.sleep(300);
			Files.writeString(log(), "\033]9;af\033]777;headjack-size;40;120\007ter\007", StandardOpenOption.APPEND);
			await("\033]9;after\007");
		}
	}

	@Test
	void ofASessionThatHasJustStartedPassesOnAll() throws Exception {
		try (ProgramSignals _ = follow(true)) {
			await("\033]9;before\007");
		}
	}

	@Test
	void ofALogThatCannotBeReadPassesOnNothing() throws Exception {
		Files.createDirectory(log());
		try (ProgramSignals _ = ProgramSignals.of(new SessionLog(log(), log()), true, (_) -> this.signals.add(""))) {
			TimeUnit.MILLISECONDS.sleep(200);
		}
		assertThat(this.signals).isEmpty();
	}

}
