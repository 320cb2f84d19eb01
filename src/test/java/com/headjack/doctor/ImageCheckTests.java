package com.headjack.doctor;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.headjack.agent.TestAgents;
import com.headjack.engine.ExecResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ImageCheckTests {

	private final FakeEngine engine = new FakeEngine();

	@AfterEach
	void noContainerIsLeft() {
		assertThat(this.engine.containers).isEmpty();
	}

	@Test
	void runWhenAllIsThereTellsOfEachProgram() {
		assertThat(run("sample")).extracting(Diagnostic::outcome).containsOnly(Outcome.OK);
		assertThat(run("sample")).extracting(Diagnostic::name)
			.startsWith("image", "tmux")
			.contains("agent claude", "agent gemini", "agent codex");
	}

	@Test
	void runWhenProgramsAreMissingFailsForTmuxAndWarnsForAnAgent() {
		this.engine.result = new ExecResult(0, "tmux\ncodex\n", "");
		assertThat(run("sample")).filteredOn((diagnostic) -> diagnostic.outcome() != Outcome.OK)
			.extracting(Diagnostic::name, Diagnostic::outcome)
			.containsExactlyInAnyOrder(tuple("tmux", Outcome.FAILED), tuple("agent codex", Outcome.WARNING));
	}

	@Test
	void runWhenThereIsNoImageSaysHowToGetIt() {
		assertThat(run("headjack/agent:latest")).singleElement()
			.isEqualTo(Diagnostic.failed("image", "there is no image \"headjack/agent:latest\"",
					"build it: run 'podman build -t headjack/agent:latest .' in a checkout of Headjack"));
		assertThat(run("other").getFirst().remedy()).contains("podman pull other");
	}

	@Test
	void runWhenTheContainerDoesNotStartLeavesTheImageFoundAndFailsWithARemedy() {
		this.engine.starts = false;
		assertThat(run("sample")).last().satisfies((last) -> {
			assertThat(last.outcome()).isEqualTo(Outcome.FAILED);
			assertThat(last.detail()).isEqualTo("it does not start");
			assertThat(last.remedy()).isNotBlank();
		});
	}

	@Test
	void runWhenTheImageHasNoShellFails() {
		this.engine.result = new ExecResult(127, "", "no such file");
		assertThat(run("sample")).last().extracting(Diagnostic::outcome).isEqualTo(Outcome.FAILED);
	}

	private List<Diagnostic> run(String image) {
		return new ImageCheck(this.engine, "podman", TestAgents.builtIn(), image).run();
	}

}
