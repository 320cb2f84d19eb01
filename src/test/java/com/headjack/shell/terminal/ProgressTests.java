package com.headjack.shell.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.host.StandardStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is shown of a step.
 */
class ProgressTests {

	private static final Set<StandardStream> TERMINAL = Set.of(StandardStream.STDERR);

	private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

	private Progress progress(Map<String, String> variables, Set<StandardStream> terminals) {
		return new Progress(Output.of(new ByteArrayOutputStream(), this.shown),
				new HostEnvironment(OperatingSystem.LINUX, Path.of("/"), Path.of("/"), variables, terminals));
	}

	private String shown() {
		return this.shown.toString(StandardCharsets.UTF_8);
	}

	/**
	 * Longer than nobody would notice.
	 */
	private static String work() {
		try {
			TimeUnit.MILLISECONDS.sleep(2_000);
			return "done";
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void beginWhenItTakesLongTurnsAndEndLeavesALineWithTheTime() {
		Progress progress = progress(Map.of("TERM", "xterm"), TERMINAL);
		progress.begin("Working");
		work();
		progress.end();
		assertThat(shown()).startsWith("\r\033[?7l⠋ Working … ").containsPattern("\r\033\\[KWorking … \\d+\\.\\d s\n$");
	}

	@Test
	void duringWhenItIsQuickShowsNothing() {
		progress(Map.of("TERM", "xterm"), TERMINAL).during("Working", () -> "done");
		assertThat(shown()).isEmpty();
	}

	@Test
	void duringWithoutATerminalShowsNothing() {
		progress(Map.of("TERM", "xterm"), Set.of(StandardStream.STDOUT)).during("Working", ProgressTests::work);
		assertThat(shown()).isEmpty();
	}

	@Test
	void duringWhereNothingMayMovePrintsALine() {
		progress(Map.of("TERM", "xterm", "NO_COLOR", "1"), TERMINAL).during("Working", ProgressTests::work);
		progress(Map.of("TERM", "dumb"), TERMINAL).during("Working", ProgressTests::work);
		assertThat(shown()).matches("(Working … \\d+\\.\\d s\n){2}");
	}

	@Test
	void duringWhenItTakesLongTurnsAndLeavesNothing() {
		Progress progress = progress(Map.of("TERM", "xterm"), TERMINAL);
		assertThat(progress.during("Looking", ProgressTests::work)).isEqualTo("done");
		assertThat(shown()).startsWith("\r\033[?7l⠋ Looking … ").endsWith("\033[?7h\r\033[K").doesNotContain("\n");
	}

	@Test
	void duringWhenItFailsLeavesNothing() {
		Progress progress = progress(Map.of("TERM", "xterm"), TERMINAL);
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> progress.during("Looking", () -> {
			work();
			throw new IllegalStateException();
		}));
		assertThat(shown()).endsWith("\r\033[K");
	}

	@Test
	void beginEndsTheStepBefore() {
		Progress progress = progress(Map.of("TERM", "dumb"), TERMINAL);
		progress.begin("First");
		work();
		progress.begin("Second");
		progress.end();
		progress.end();
		assertThat(shown()).matches("First … \\d+\\.\\d s\n");
	}

}
