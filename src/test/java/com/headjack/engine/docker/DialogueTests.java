package com.headjack.engine.docker;

import java.nio.charset.StandardCharsets;
import java.util.List;

import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import org.junit.jupiter.api.Test;

import com.headjack.engine.EngineException;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DialogueTests {

	private final Dialogue dialogue = new Dialogue(1000);

	private final FrameSink sink = this.dialogue.sink();

	private void print(String text) {
		this.sink.onNext(new Frame(StreamType.STDOUT, text.getBytes(StandardCharsets.UTF_8)));
	}

	private String proof() {
		return new String(this.dialogue.reply(ExecRequest.of(List.of("true"))), StandardCharsets.UTF_8).lines()
			.findFirst()
			.orElseThrow();
	}

	private static int unasked() {
		throw new AssertionError("the engine was asked");
	}

	private void complain(String text) {
		this.sink.onNext(new Frame(StreamType.STDERR, text.getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void askedIsDoneOnceTheCodeIsCompleteAndTheErrorsHaveCome() {
		for (String part : List.of("a\n", "b", "\0", "6", "9")) {
			print(part);
			assertThat(this.dialogue.asked()).isNotDone();
		}
		print("\n");
		complain("why");
		assertThat(this.dialogue.asked()).isNotDone();
		complain("\0");
		assertThat(this.dialogue.asked()).isDone();
		assertThat(this.dialogue.found()).isEqualTo(new ExecResult(69, "a\nb", "why"));
	}

	@Test
	void askedIsDoneWhicheverStreamIsLast() {
		complain("why\0");
		print("a\0000");
		assertThat(this.dialogue.asked()).isNotDone();
		print("\n");
		assertThat(this.dialogue.asked()).isDone();
		assertThat(this.dialogue.found()).isEqualTo(new ExecResult(0, "a", "why"));
	}

	@Test
	void replyHoldsWordsAndInputAndNoSecretInWords() {
		ExecRequest second = ExecRequest.of(List.of("echo", "it's\nso")).reading(Secret.of("CANARY"));
		assertThat(new String(this.dialogue.reply(second), StandardCharsets.UTF_8)).startsWith(proof())
			.endsWith("\n2\n'echo' 'it'\\''s\nso'\nCANARY");
	}

	@Test
	void resultWithTheProofAsksNobody() {
		print("found\0000\ndone\0" + proof());
		assertThat(this.dialogue.result(DialogueTests::unasked)).isEqualTo(new ExecResult(0, "done", ""));
	}

	@Test
	void resultWithoutTheProofIsWhatTheEngineSays() {
		print("\0000\ndone\0" + "guessed");
		assertThat(this.dialogue.result(() -> 137).code()).isEqualTo(137);
		assertThat(this.dialogue.result(() -> 0).code()).isZero();
	}

	@Test
	void resultWithoutAQuestionIsTheFirstOnes() {
		print("no such program");
		assertThat(this.dialogue.result(() -> 127)).isEqualTo(new ExecResult(127, "no such program", ""));
		assertThatExceptionOfType(EngineException.class).isThrownBy(() -> this.dialogue.result(() -> 0));
	}

	@Test
	void anAbsurdCodeIsCutShort() {
		print("\0" + "9".repeat(50) + "x\n");
		assertThat(this.dialogue.found().code()).isEqualTo(999);
	}

	@Test
	void lateInputWithoutAnyEnds() {
		LateInput input = new LateInput();
		input.close();
		assertThat(input.read()).isEqualTo(-1);
		assertThat(input.read(new byte[1], 0, 1)).isEqualTo(-1);
	}

	@Test
	void lateInputIsWiped() {
		byte[] content = "CANARY".getBytes(StandardCharsets.UTF_8);
		try (LateInput input = new LateInput()) {
			input.supply(content);
			assertThat(input.read()).isEqualTo('C');
		}
		assertThat(content).containsOnly(0);
	}

}
