package com.headjack.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.engine.Engines;
import com.headjack.engine.BuildLog;
import com.headjack.engine.ImageBuild;
import com.headjack.engine.ImageBuilder;
import com.headjack.engine.InMemoryEngine;
import com.headjack.engine.InMemoryImage;
import com.headjack.engine.RecordedBuild;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AgentImagesTests {

	private static final ImageOrder USUAL = new ImageOrder(Optional.empty(), Optional.empty(), false, true, false,
			Optional.empty());

	private final InMemoryEngine engine = new InMemoryEngine();

	private final Builds builds = new Builds(this.engine);

	@TempDir
	Path folder;

	private Path dockerfile;

	@BeforeEach
	void install() throws IOException {
		this.dockerfile = this.folder.resolve("share/image/Dockerfile");
		Files.createDirectories(this.dockerfile.getParent());
		Files.writeString(this.dockerfile, "FROM base AS agent\n");
	}

	@AfterEach
	void closeEngine() {
		this.engine.close();
	}

	@Test
	void makeWhenThereIsNoneBuildsTheConfiguredImageOfTheDistribution() {
		assertThat(make("headjack/agent", USUAL)).isEqualTo(new MadeImage("headjack/agent:latest", true, true));
		ImageBuild build = this.builds.made.getFirst();
		assertThat(build.dockerfile()).isEqualTo(this.dockerfile);
		assertThat(build.target()).isEqualTo("agent");
		assertThat(build.leftovers()).isEqualTo("headjack.build=" + build.arguments().get("BUILD"));
		assertThat(build.arguments()).doesNotContainKey("SLIM");
		assertThat(build.cached()).isTrue();
	}

	@Test
	void makeWhenItIsThereAlreadyDoesNothing() {
		make("headjack/agent", USUAL);
		assertThat(make("headjack/agent", USUAL).built()).isFalse();
		assertThat(this.builds.made).hasSize(1);
	}

	@Test
	void makeWhenTheDockerfileChangedOrMoreIsWantedBuildsAgain() throws IOException {
		make("headjack/agent", USUAL);
		make("headjack/agent",
				new ImageOrder(Optional.empty(), Optional.empty(), false, false, false, Optional.empty()));
		make("headjack/agent", new ImageOrder(Optional.empty(), Optional.empty(), false, true, true, Optional.empty()));
		make("headjack/agent", new ImageOrder(Optional.empty(), Optional.empty(), true, true, false, Optional.empty()));
		Files.writeString(this.dockerfile, "FROM other AS agent\n");
		make("headjack/agent", USUAL);
		assertThat(this.builds.made).hasSize(5);
		assertThat(this.builds.made.get(1).cached()).isFalse();
		assertThat(this.builds.made.get(2).pulled()).isTrue();
		assertThat(this.builds.made.get(3).arguments()).containsEntry("SLIM", "true");
	}

	@Test
	void makeWhenTheConfiguredImageIsSomebodysKeepsIt() {
		this.engine.add(InMemoryImage.of("my/agent"));
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> make("my/agent", USUAL))
			.withMessageContaining("my/agent:latest is not Headjack's own")
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED));
		ImageOrder named = new ImageOrder(Optional.empty(), Optional.of("my/agent"), false, true, false,
				Optional.empty());
		assertThat(make("my/agent", named).built()).isTrue();
		assertThat(make("my/agent", USUAL).built()).isFalse();
	}

	@Test
	void makeWhenAnImageBuildsOnItKeepsThatImage() {
		make("headjack/agent", USUAL);
		this.engine.add(InMemoryImage.of("my/agent").withLabels(this.builds.made.getFirst().labels()));
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> make("my/agent", USUAL));
	}

	@Test
	void makeWhenTheDistributionHasNoDockerfileFails() throws IOException {
		Files.delete(this.dockerfile);
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> make("headjack/agent", USUAL))
			.withMessageContaining(this.dockerfile.toString())
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.UNAVAILABLE));
	}

	@Test
	void makeOfAnOwnDockerfileBuildsThatByItsName() throws IOException {
		Path own = Files.writeString(this.folder.resolve("Dockerfile"), "FROM headjack/agent\nRUN true\n");
		ImageOrder order = new ImageOrder(Optional.of(this.folder), Optional.of("my/agent:1"), false, true, false,
				Optional.empty());
		assertThat(make("headjack/agent", order)).isEqualTo(new MadeImage("my/agent:1", true, false));
		assertThat(this.builds.made).singleElement().satisfies((build) -> {
			assertThat(build.dockerfile()).isEqualTo(own);
			assertThat(build.target()).isNull();
			assertThat(build.additions()).isEmpty();
			assertThat(build.labels()).isEmpty();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "FROM headjack/agent\n", "from --platform=linux/amd64 headjack/agent:latest AS x\n",
			"ARG X\n  FROM other\nFROM headjack/agent:latest\n" })
	void makeOfAnOwnDockerfileWhenItBuildsOnTheSameNameFails(String text) throws IOException {
		Path own = Files.writeString(this.folder.resolve("Dockerfile"), text);
		ImageOrder order = new ImageOrder(Optional.of(own), Optional.empty(), false, true, false, Optional.empty());
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> make("headjack/agent", order))
			.withMessageContaining("builds on headjack/agent:latest")
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED));
	}

	@Test
	void makeOfAnOwnDockerfileWhenThereIsNoneFails() throws IOException {
		ImageOrder absent = new ImageOrder(Optional.of(this.folder.resolve("absent")), Optional.empty(), false, true,
				false, Optional.empty());
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> make("headjack/agent", absent))
			.withMessageContaining("there is no file " + this.folder.resolve("absent"))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.NOT_FOUND));
		Path large = Files.write(this.folder.resolve("large"), new byte[2 * 1024 * 1024]);
		ImageOrder wrong = new ImageOrder(Optional.of(large), Optional.empty(), false, true, false, Optional.empty());
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> make("headjack/agent", wrong))
			.withMessageContaining("larger than 1 MiB");
	}

	@Test
	void differsFromIsTrueOnlyForImagesOfAnotherStateOfTheFile() throws IOException {
		AgentDockerfile file = AgentDockerfile.of(this.folder.toString());
		this.engine.add(InMemoryImage.of("unknown"));
		make("headjack/agent", new ImageOrder(Optional.empty(), Optional.empty(), true, true, false, Optional.empty()));
		assertThat(file.differsFrom(this.engine.findImage("unknown").orElseThrow())).isFalse();
		assertThat(file.differsFrom(this.engine.findImage("headjack/agent").orElseThrow())).isFalse();
		Files.writeString(this.dockerfile, "FROM other AS agent\n");
		assertThat(file.differsFrom(this.engine.findImage("headjack/agent").orElseThrow())).isTrue();
		Files.delete(this.dockerfile);
		assertThat(file.differsFrom(this.engine.findImage("headjack/agent").orElseThrow())).isFalse();
	}

	private MadeImage make(String configured, ImageOrder order) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.folder, this.folder, Map.of(), Set.of());
		return new AgentImages(Engines.of(this.engine), (_) -> this.builds, AgentDockerfile.of(this.folder.toString()),
				new HostCertificates(host, this.folder), ImageName.of(configured))
			.make(order, new RecordedBuild());
	}

	/**
	 * Gives the engine images that have only their labels.
	 */
	private static final class Builds implements ImageBuilder {

		private final InMemoryEngine engine;

		private final List<ImageBuild> made = new ArrayList<>();

		private Builds(InMemoryEngine engine) {
			this.engine = engine;
		}

		@Override
		public String build(ImageBuild build, BuildLog log) {
			this.made.add(build);
			this.engine.add(InMemoryImage.of(build.name()).withLabels(build.labels()));
			return "sha256:" + this.made.size();
		}

		@Override
		public void close() {
			this.engine.close();
		}

	}

}
