package com.headjack.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.EngineException;
import com.headjack.engine.ExecResult;
import com.headjack.engine.ExecStreams;
import com.headjack.engine.ExecTerminal;
import com.headjack.engine.ReaderGoneException;
import com.headjack.engine.TerminalSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DirectProgramTests {

	private static final List<String> WORDS = List.of("make", "a test");

	private static final ExecStreams STREAMS = ExecStreams.of(new ByteArrayOutputStream(), new ByteArrayOutputStream());

	@TempDir
	Path folder;

	private Scene scene;

	private DirectProgram program;

	@BeforeEach
	void open() throws IOException {
		this.scene = new Scene(this.folder);
		this.program = new DirectProgram(this.scene.engine, this.scene.instance);
	}

	/**
	 * A terminal of 30 rows.
	 *
	 * @param trueColor whether it shows colours of 24 bits
	 */
	record Terminal(boolean trueColor) implements ExecTerminal {

		@Override
		public InputStream input() {
			return InputStream.nullInputStream();
		}

		@Override
		public OutputStream output() {
			return OutputStream.nullOutputStream();
		}

		@Override
		public String type() {
			return "xterm-256color";
		}

		@Override
		public TerminalSize size() {
			return new TerminalSize(30, 100);
		}

		@Override
		public void onResize(Consumer<TerminalSize> listener) {
		}

	}

	private ScriptedEngine.Call call() {
		return this.scene.engine.calls.getFirst();
	}

	private String mark() {
		return Objects.requireNonNull(call().request().environment().get("HEADJACK_TERMINAL"));
	}

	@Test
	void runWithStreamsGivesTheExitCodeOfTheWordsAsTheyAre() {
		this.scene.engine.visit = () -> OptionalInt.of(7);
		assertThat(this.program.run(WORDS, STREAMS)).isEqualTo(OptionalInt.of(7));
		assertThat(call().request().command()).isEqualTo(WORDS);
		assertThat(call().request().user()).isEqualTo(this.scene.user());
		assertThat(call().request().environment()).containsOnlyKeys("HEADJACK_TERMINAL");
		assertThat(this.scene.engine.calls).hasSize(1);
	}

	@Test
	void runWhereNobodyReadsEndsTheProgramByItsMark() {
		this.scene.engine.visit = () -> {
			throw new ReaderGoneException(null);
		};
		assertThat(this.program.run(WORDS, STREAMS)).isEmpty();
		assertThat(this.scene.engine.calls(Scripts.LEAVE)).singleElement()
			.satisfies((call) -> assertThat(call.words()).containsExactly(mark()));
	}

	@Test
	void runAtATerminalTellsItsKindAndSize() {
		assertThat(this.program.run(WORDS, new Terminal(true))).isEqualTo(OptionalInt.of(0));
		assertThat(call().script()).isEqualTo(Scripts.TERMINAL);
		assertThat(call().words()).containsExactly("30", "100", "make", "a test");
		assertThat(call().request().environment()).containsAllEntriesOf(
				Map.of("TERM", "xterm-256color", "COLORTERM", "truecolor", "HEADJACK_TERMINAL", mark()));
	}

	@Test
	void runAtATerminalThatGoesFirstEndsTheProgramByItsMark() {
		this.scene.engine.visit = OptionalInt::empty;
		assertThat(this.program.run(WORDS, new Terminal(false))).isEmpty();
		assertThat(call().request().environment()).doesNotContainKey("COLORTERM");
		assertThat(this.scene.engine.calls(Scripts.LEAVE)).singleElement()
			.satisfies((call) -> assertThat(call.words()).containsExactly(mark()));
	}

	@Test
	void runWhenTheEngineFailsTellsOfThat() {
		this.scene.engine.visit = () -> {
			throw new EngineException("it is gone", null, null);
		};
		assertThatExceptionOfType(EngineException.class).isThrownBy(() -> this.program.run(WORDS, STREAMS));
	}

	@Test
	void lackedMemoryWhenTheScriptFindsNoneIsFalse() {
		assertThat(this.program.lackedMemory()).isTrue();
		this.scene.engine.answer(Scripts.MEMORY, () -> new ExecResult(1, "", ""));
		assertThat(this.program.lackedMemory()).isFalse();
	}

}
