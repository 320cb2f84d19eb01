package com.headjack.doctor;

import java.util.List;
import java.util.Set;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.headjack.agent.TestAgents;
import com.headjack.engine.FailingEngine;
import com.headjack.engine.FailingEngine.Call;
import com.headjack.engine.InMemoryEngine;
import com.headjack.engine.InMemoryImage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ImageCheckTests {

	private final InMemoryEngine memory = new InMemoryEngine();

	private final FailingEngine engine = new FailingEngine(this.memory);

	@AfterEach
	void noContainerIsLeft() {
		assertThat(this.engine.list(Map.of())).isEmpty();
		this.engine.close();
	}

	@Test
	void runWhenAllIsThereTellsOfEachProgram() {
		add("tmux", "claude", "gemini", "codex", "opencode");
		assertThat(run("sample")).extracting(Diagnostic::outcome).containsOnly(Outcome.OK);
		assertThat(run("sample")).extracting(Diagnostic::name)
			.startsWith("image", "tmux")
			.contains("agent claude", "agent gemini", "agent codex");
		assertThat(run("sample")).filteredOn(Diagnostic::needed)
			.extracting(Diagnostic::name)
			.containsExactly("image", "tmux", "agent codex");
	}

	@Test
	void runWhenProgramsAreMissingFailsForTmuxAndWarnsForAnAgent() {
		add("claude", "gemini", "opencode");
		assertThat(run("sample")).filteredOn((diagnostic) -> diagnostic.outcome() != Outcome.OK)
			.extracting(Diagnostic::name, Diagnostic::outcome)
			.containsExactlyInAnyOrder(tuple("tmux", Outcome.FAILED), tuple("agent codex", Outcome.WARNING));
	}

	@Test
	void runWhenThereIsNoImageSaysHowToGetIt() {
		assertThat(run("headjack/agent:latest")).singleElement()
			.isEqualTo(Diagnostic.failed("image", "there is no image \"headjack/agent:latest\"",
					"build it with 'hjk image build'"));
		assertThat(run("other").getFirst().remedy()).contains("podman pull other");
	}

	@Test
	void runWhenTheContainerDoesNotStartLeavesTheImageFoundAndFailsWithARemedy() {
		this.engine.failAt(Call.START, 1);
		assertThat(run("sample")).last().satisfies((last) -> {
			assertThat(last.outcome()).isEqualTo(Outcome.FAILED);
			assertThat(last.detail()).isEqualTo("START failed");
			assertThat(last.remedy()).isNotBlank();
		});
	}

	@Test
	void runWhenTheImageHasNoShellFails() {
		this.memory.add(InMemoryImage.of("sample").without("sh"));
		assertThat(run("sample")).last().extracting(Diagnostic::outcome).isEqualTo(Outcome.FAILED);
	}

	/**
	 * Makes an image that has these of the programs that are looked for.
	 */
	private void add(String... programs) {
		InMemoryImage image = InMemoryImage.of("sample");
		for (String program : List.of("tmux", "claude", "gemini", "codex", "opencode")) {
			image = List.of(programs).contains(program) ? image.with(program, "exit 0") : image.without(program);
		}
		this.memory.add(image);
	}

	private List<Diagnostic> run(String image) {
		return new ImageCheck(this.engine, "podman", TestAgents.builtIn(), image, Set.of("codex")).run();
	}

}
