package com.headjack.engine.docker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.BuildResponseItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.engine.EngineException;
import com.headjack.engine.ImageBuild;
import com.headjack.engine.RecordedBuild;
import com.headjack.failure.FailureKind;

import static org.assertj.core.api.Assertions.assertThat;

class BuildOutputTests {

	private static final ImageBuild BUILD = ImageBuild.of("mine", Path.of("/no/Dockerfile"));

	private final RecordedBuild log = new RecordedBuild();

	private final BuildOutput output = new BuildOutput(this.log);

	@Test
	void linesOfDockerBecomeStepsAndLines() throws JsonProcessingException {
		tell("Step 1/2 : FROM sample\n", " ---> 0123456789ab\n", "Step 2/2 : RUN   one \\u0026\\u0026     two\n",
				" ---> Running in 0123456789ab\n", "par",
				"tial\n10%\r20%\r\n\u001b[31mred\u001b[m \u001b]0;title\u0007x\u0085\n",
				"Removing intermediate container 0123456789ab\n", "Successfully built 0123456789ab\n",
				"Successfully tagged mine:latest\n");
		assertThat(this.log.told()).containsExactly("1/2 FROM sample", "2/2 RUN one && two", "- partial", "- 20%",
				"- red x");
		assertThat(this.output.image()).isEqualTo("0123456789ab");
	}

	@Test
	void linesOfPodmanBecomeStepsAndLines() throws JsonProcessingException {
		tell("STEP 1/2: FROM sample\n", "[2/3] STEP 2/2: RUN true\n", "hello\n", "--> 01234567\n", "COMMIT mine\n",
				"Successfully built 01234567\n");
		assertThat(this.log.told()).containsExactly("1/2 FROM sample", "2/2 RUN true", "- hello");
		assertThat(this.output.image()).isEqualTo("01234567");
	}

	@Test
	void lastLinesAreThoseOfTheCurrentStep() throws JsonProcessingException {
		tell("Step 1/2 : RUN one\n", "old\n", "Step 2/2 : RUN two\n");
		for (int number : IntStream.range(0, 100).toArray()) {
			tell(number + "\n");
		}
		assertThat(this.output.lastLines()).hasSize(40).last().isEqualTo("99");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					RUN x | The command '/bin/sh -c x' returned a non-zero code: 7 | FAILED | exit code 7 | fix that step
					RUN x | building at STEP "RUN x": while running runtime: exit status 5 | FAILED | exit code 5 | fix that step
					RUN x | write /x: no space left on device | FAILED | no space left | make room
					FROM x | Get "https://r.example/v2/": dial tcp: lookup r.example: no such host | UNAVAILABLE | r.example | reaches the registry
					FROM x | pull access denied for x, repository does not exist | UNAVAILABLE | denied | check the name
					COPY x /x | COPY failed: file not found in build context: stat x: file does not exist | FAILED | COPY failed | is beside
					RUN x | the --mount option requires BuildKit. Refer to the pages | MISUSED | BuildKit | docker build
					'' | dockerfile parse error line 2: unknown instruction: FOO | MISUSED | line 2 | correct /no/Dockerfile
					'' | invalid reference format: repository name must be lowercase | MISUSED | lowercase | --tag
					'' | '' | FAILED | gave no reason | fix
					""")
	void failureIsToldWithItsKindAndARemedy(String instruction, String reason, FailureKind kind, String message,
			String remedy) throws JsonProcessingException {
		if (!instruction.isEmpty()) {
			tell("Step 1/1 : " + instruction + "\n");
		}
		EngineException failure = BuildFailures.of(BUILD, this.output, reason);
		assertThat(failure.kind()).isEqualTo(kind);
		assertThat(failure).hasMessageContaining("\"mine\" was not built").hasMessageContaining(message);
		assertThat(failure.remedy().orElseThrow()).contains(remedy);
		assertThat(failure.getMessage()).contains(instruction);
	}

	@ParameterizedTest
	@CsvSource({ "E: No space left on device,make room",
			"npm error code SELF_SIGNED_CERT_IN_CHAIN,certificate authority", "Could not resolve 'deb.example',network",
			"npm error code EAI_AGAIN,network" })
	void remedyIsForWhatTheStepPrinted(String line, String remedy) throws JsonProcessingException {
		tell("Step 1/1 : RUN x\n", line + "\n");
		assertThat(BuildFailures.of(BUILD, this.output, "returned a non-zero code: 1").remedy().orElseThrow())
			.contains(remedy);
	}

	@Test
	void remedyWhenTheDockerfileHoldsTextsOfFilesNamesTheOtherBuilder(@TempDir Path folder) throws Exception {
		ImageBuild build = ImageBuild.of("mine",
				Files.writeString(folder.resolve("Dockerfile"), "FROM x\nCOPY <<EOF /x\nhi\nEOF\n"));
		assertThat(BuildFailures.of(build, this.output, "parse error: unknown instruction: HI").remedy().orElseThrow())
			.contains("BuildKit");
	}

	@Test
	void failureIsTakenFromBothWordings() throws JsonProcessingException {
		this.output.onNext(item("{\"errorDetail\":{\"message\":\"one\"},\"error\":\"one\"}"));
		assertThat(this.output.failure()).isEqualTo("one");
		this.output.onNext(item("{\"error\":\"two\"}"));
		assertThat(this.output.failure()).isEqualTo("two");
	}

	private void tell(String... parts) throws JsonProcessingException {
		for (String part : parts) {
			this.output.onNext(
					item(new ObjectMapper().createObjectNode().put("stream", part.replace("\\u0026", "&")).toString()));
		}
	}

	private static BuildResponseItem item(String json) throws JsonProcessingException {
		return new ObjectMapper().readValue(json, BuildResponseItem.class);
	}

}
