package com.headjack.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.InMemoryEngine;
import com.headjack.engine.InMemoryImage;
import com.headjack.image.AgentDockerfile;
import com.headjack.text.Sha256;

import static org.assertj.core.api.Assertions.assertThat;

class ImageAgeCheckTests {

	private static final String LABEL = "headjack.dockerfile";

	@TempDir
	Path folder;

	@Test
	void runWarnsOnlyOfAnImageOfAnotherDockerfile() throws IOException {
		Path file = Files.writeString(this.folder.resolve("Dockerfile"), "FROM base\n");
		try (InMemoryEngine engine = new InMemoryEngine()) {
			engine.add(InMemoryImage.of("unlabelled"));
			engine.add(InMemoryImage.of("new").withLabels(Map.of(LABEL, Sha256.hex("FROM base\n"))));
			engine.add(InMemoryImage.of("old").withLabels(Map.of(LABEL, Sha256.hex("FROM older\n"))));
			AgentDockerfile dockerfile = new AgentDockerfile(file);
			assertThat(new ImageAgeCheck(engine, dockerfile, "unlabelled").run()).isEmpty();
			assertThat(new ImageAgeCheck(engine, dockerfile, "new").run()).isEmpty();
			assertThat(new ImageAgeCheck(engine, dockerfile, "absent").run()).isEmpty();
			assertThat(new ImageAgeCheck(engine, dockerfile, "old").run()).singleElement().satisfies((found) -> {
				assertThat(found.outcome()).isEqualTo(Outcome.WARNING);
				assertThat(found.remedy()).contains("hjk image build");
			});
		}
	}

}
