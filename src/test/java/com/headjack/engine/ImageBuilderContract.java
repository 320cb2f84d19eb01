package com.headjack.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.failure.FailureKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What every builder of images has to do.
 */
@Tag("engine")
public abstract class ImageBuilderContract {

	private final RecordedBuild log = new RecordedBuild();

	@TempDir
	Path folder;

	/**
	 * The builder under test.
	 */
	protected abstract ImageBuilder builder();

	/**
	 * An engine that has what it builds.
	 */
	protected abstract ContainerEngine engine();

	/**
	 * An image that is there, with a shell.
	 */
	protected abstract String base();

	/**
	 * A name for images that nothing else has.
	 */
	protected abstract String name();

	/**
	 * Removes an image, if it is there.
	 */
	protected abstract void remove(String image);

	@AfterEach
	void removeImages() {
		remove(name());
	}

	private ImageBuild build(String... instructions) throws IOException {
		return ImageBuild.of(name(), Files.writeString(this.folder.resolve("Dockerfile"),
				"FROM " + base() + "\nUSER 0\n" + String.join("\n", instructions) + "\n"));
	}

	@Test
	void buildMakesTheImageAndTellsOfItsSteps() throws IOException {
		Files.writeString(this.folder.resolve("file"), "content");
		ImageBuild build = build("COPY file /copied", "ARG WORD", "RUN cat /copied && echo \" and $WORD\"", "USER 7");
		String id = builder().build(new ImageBuild(build.name(), build.dockerfile(), Map.of(), null,
				Map.of("WORD", "more"), Map.of("sample.label", "text"), null, false, false), this.log);
		assertThat(this.log.told()).contains("- content and more")
			.anyMatch((told) -> told.matches("1/\\d+ FROM " + base()))
			.anyMatch((told) -> told.matches("3/\\d+ COPY file /copied"));
		Image image = engine().findImage(name()).orElseThrow();
		assertThat(image.id()).isEqualTo(id);
		assertThat(image.user()).isEqualTo("7");
		assertThat(image.labels()).containsEntry("sample.label", "text");
	}

	@Test
	void buildWhenAStepFailsTellsWhichAndLeavesTheImageThatWasThere() throws IOException {
		String before = builder().build(build("RUN true"), this.log);
		ImageBuild failing = build("RUN echo last words; exit 7");
		assertThatExceptionOfType(ImageBuildException.class).isThrownBy(() -> builder().build(failing, this.log))
			.withMessageContaining("RUN echo last words; exit 7")
			.withMessageContaining("exit code 7");
		assertThat(this.log.told()).contains("- last words");
		assertThat(engine().findImage(name())).map(Image::id).contains(before);
	}

	@Test
	void buildWhenTheDockerfileIsWrongIsMisuse() throws IOException {
		ImageBuild wrong = build("NONSENSE here");
		assertThatExceptionOfType(ImageBuildException.class).isThrownBy(() -> builder().build(wrong, this.log))
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED))
			.withMessageContaining("NONSENSE");
	}

	@Test
	void buildWhenTheNameIsWrongIsMisuse() throws IOException {
		ImageBuild wrong = ImageBuild.of("Not//Valid", build("RUN true").dockerfile());
		assertThatExceptionOfType(ImageBuildException.class).isThrownBy(() -> builder().build(wrong, this.log))
			.satisfies((ex) -> assertThat(ex.kind()).as(ex.getMessage()).isEqualTo(FailureKind.MISUSED));
	}

	@Test
	void buildWhenAFileIsIgnoredDoesNotSendIt() throws IOException {
		Files.writeString(this.folder.resolve("kept"), "");
		Files.writeString(this.folder.resolve("left-out"), "");
		Files.writeString(this.folder.resolve(".dockerignore"), "left-out\n");
		builder().build(build("COPY . /all", "RUN ls /all"), this.log);
		assertThat(this.log.told()).contains("- kept").doesNotContain("- left-out");
	}

	@Test
	void buildWhenTheNameWasAnothersRemovesTheUnusedImage() throws IOException {
		String before = builder().build(build("RUN echo one >/x"), this.log);
		String after = builder().build(build("RUN echo two >/x"), this.log);
		assertThat(after).isNotEqualTo(before);
		assertThat(engine().findImage(before)).isEmpty();
	}

	@Test
	void buildUpToAStageLeavesTheOthersOut() throws IOException {
		Path dockerfile = Files.writeString(this.folder.resolve("Dockerfile"),
				"FROM %1$s AS wanted\nRUN echo wanted\nFROM %1$s\nRUN exit 9\n".formatted(base()));
		builder().build(new ImageBuild(name(), dockerfile, Map.of("extra", new byte[1]), "wanted", Map.of(), Map.of(),
				null, true, false), this.log);
		assertThat(this.log.told()).contains("- wanted");
	}

	@Test
	@Timeout(120)
	void buildWhenTheThreadIsInterruptedEnds() throws Exception {
		ImageBuild slow = build("RUN echo begun; sleep 300");
		AtomicReference<Throwable> failure = new AtomicReference<>();
		Thread building = Thread.ofPlatform().start(() -> {
			try {
				builder().build(slow, this.log);
			}
			catch (EngineException ex) {
				failure.set(ex);
			}
		});
		while (building.isAlive() && !this.log.told().contains("- begun")) {
			TimeUnit.MILLISECONDS.sleep(50);
		}
		building.interrupt();
		building.join();
		assertThat(failure.get()).hasMessageContaining("interrupted");
		assertThat(engine().findImage(name())).isEmpty();
	}

}
