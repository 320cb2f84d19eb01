package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Images of the user's own, built by the product.
 */
@ParameterizedClass
@EnumSource(value = World.class, names = { "PLAIN", "RESIDENT" })
class ImageIntegrationTests {

	private static final String NAME = "headjack-image-test:" + ProcessHandle.current().pid();

	@TempDir
	Path folder;

	@Parameter
	World world;

	private Hjk product;

	@BeforeEach
	void makeProduct() throws IOException {
		this.product = new Hjk(this.folder, this.world);
	}

	@AfterEach
	void removeImage() {
		this.product.command("docker", "image", "rm", "--force", NAME);
	}

	private void write(String... instructions) throws IOException {
		Files.writeString(this.product.repository().resolve("Dockerfile"),
				"FROM debian:bookworm-slim\n" + String.join("\n", instructions) + "\n");
	}

	private Hjk.Result build() {
		return this.product.hjk("image", "build", "--from", "Dockerfile", "--tag", NAME);
	}

	@Test
	void anOwnDockerfileIsBuiltWithTheFilesBesideIt() throws IOException {
		Files.writeString(this.product.repository().resolve("kept"), "");
		Files.writeString(this.product.repository().resolve("left-out"), "");
		Files.writeString(this.product.repository().resolve(".dockerignore"), "left-out\n.git\n");
		write("COPY . /all", "LABEL of=test");
		Hjk.Result result = build();
		assertThat(result.done()).isEqualTo("Built image " + NAME + "\n");
		assertThat(result.errors().lines()).startsWith("Step 1/3: FROM debian:bookworm-slim", "Step 2/3: COPY . /all",
				"Step 3/3: LABEL of=test");
		assertThat(result.errors()).contains("hjk config default.base_image " + NAME);
		assertThat(this.product.tool("docker", "run", "--rm", NAME, "ls", "-A", "/all").lines())
			.contains("kept", "Dockerfile")
			.doesNotContain("left-out", ".git");
	}

	@Test
	void aFailingStepIsToldWithItsLastLines() throws IOException {
		write("RUN seq 100; printf 'last \\033[31mred\\n'; exit 7");
		Hjk.Result result = build();
		assertThat(result.code()).isEqualTo(1);
		assertThat(result.errors()).contains("\n  100\n  last red\nerror: ")
			.contains("at step 2/2 (RUN seq 100;")
			.contains("exit code 7\nhint: ")
			.doesNotContain("\n  50\n")
			.doesNotContain("\033");
		assertThat(this.product.command("docker", "image", "inspect", NAME).code()).isNotZero();
	}

	@Test
	void whatIsWrongIsToldInALine() throws IOException {
		this.product.hjk("image", "build", "--from", "absent", "--tag", NAME)
			.assertFailed(3, "there is no file", "--from");
		write("NONSENSE");
		build().assertFailed(2, "unknown instruction: NONSENSE", "correct ");
		this.product.hjk("image", "build", "--from", "Dockerfile", "--tag", "Not//Valid")
			.assertFailed(2, "must be lowercase", "--tag");
		this.product.hjk("image", "build", "--from", "Dockerfile", "--tag", "debian:bookworm-slim")
			.assertFailed(2, "builds on debian:bookworm-slim", "--tag");
		this.product.hjk("image", "build", "--from", "Dockerfile", "--slim").assertFailed(2, "--slim", "--from");
		this.product.hjk("image").assertFailed(2, "unknown command \"image\"", "hjk image build");
	}

	@Test
	void anInterruptEndsTheBuild() throws IOException {
		write("RUN echo begun; sleep 293");
		try (UserTerminal terminal = UserTerminal.open(this.product)) {
			String before = terminal.state();
			terminal.type("hjk image build --from Dockerfile --tag " + NAME + "; echo code $?")
				.await("Step 2/2: RUN echo begun; sleep 293 …");
			terminal.key("C-c").await("code 130");
			assertThat(terminal.state()).isEqualTo(before);
		}
		this.product.tool("sh", "-c",
				"for try in $(seq 100); do pgrep -f '^sleep 293$' || exit 0; sleep 0.2; done; exit 1");
	}

}
