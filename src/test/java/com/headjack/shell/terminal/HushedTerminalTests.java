package com.headjack.shell.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;

import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

@Timeout(20)
class HushedTerminalTests {

	private static final StandardStreams STREAMS = StandardStreams.ofProcess();

	@Test
	void closeRestoresTheEcho() throws IOException {
		try (Terminal terminal = terminal()) {
			Attributes echoing = terminal.getAttributes();
			echoing.setLocalFlag(LocalFlag.ECHO, true);
			terminal.setAttributes(echoing);
			try (HushedTerminal _ = new HushedTerminal(terminal, STREAMS, TerminalModes.unchanged(STREAMS))) {
				assertThat(terminal.getAttributes().getLocalFlag(LocalFlag.ECHO)).isFalse();
				assertThat(terminal.getAttributes().getLocalFlag(LocalFlag.ICANON)).isFalse();
			}
			assertThat(terminal.getAttributes().getLocalFlag(LocalFlag.ECHO)).isTrue();
		}
	}

	@Test
	void resumingAStoppedProcessTurnsTheEchoOffAgain() throws IOException {
		try (Terminal terminal = terminal();
				HushedTerminal _ = new HushedTerminal(terminal, STREAMS, TerminalModes.unchanged(STREAMS))) {
			Attributes echoing = terminal.getAttributes();
			echoing.setLocalFlag(LocalFlag.ECHO, true);
			terminal.setAttributes(echoing);
			terminal.raise(Terminal.Signal.CONT);
			assertThat(terminal.getAttributes().getLocalFlag(LocalFlag.ECHO)).isFalse();
		}
	}

	@Test
	void quittingInterrupts() throws IOException {
		AtomicInteger interrupts = new AtomicInteger();
		try (Terminal terminal = terminal();
				HushedTerminal _ = new HushedTerminal(terminal, STREAMS, TerminalModes.unchanged(STREAMS))) {
			terminal.handle(Terminal.Signal.INT, (_) -> interrupts.incrementAndGet());
			terminal.raise(Terminal.Signal.QUIT);
		}
		assertThat(interrupts).hasValue(1);
	}

	@Test
	void marksAreNoPartOfAPaste() {
		assertThat(PasteMarks.without("a\033[200~b\n\033[201~")).isEqualTo("ab\n");
	}

	@Test
	void modesThatNobodyChangedAreNotRestored() {
		try (TerminalModes modes = TerminalModes.ofLauncher(STREAMS, "")) {
			assertThat(modes.changed()).isFalse();
		}
	}

	@Test
	void turningTheEchoOffNeedsNoTerminal() {
		assertThatCode(() -> TerminalModes.withoutEcho(STREAMS).close()).doesNotThrowAnyException();
	}

	private static Terminal terminal() throws IOException {
		return TerminalBuilder.builder()
			.system(false)
			.streams(InputStream.nullInputStream(), new ByteArrayOutputStream())
			.type("xterm")
			.build();
	}

}
