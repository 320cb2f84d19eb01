package com.headjack.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.ContainerSpec;
import com.headjack.engine.InMemoryEngine;
import com.headjack.engine.Mount;
import com.headjack.engine.RuntimeOptions;
import com.headjack.instance.ContainerPaths;
import com.headjack.instance.Instance;
import com.headjack.instance.InstanceFolder;
import com.headjack.instance.InstanceId;
import com.headjack.instance.InstanceStatus;
import com.headjack.worktree.BranchName;

import static org.assertj.core.api.Assertions.assertThat;

class OutputFetchTests {

	private final InMemoryEngine engine = new InMemoryEngine();

	private Instant now = Instant.parse("2026-01-02T03:04:05Z");

	private final OutputFetch fetch = new OutputFetch(this.engine, (InstantSource) () -> this.now);

	private Path there = Path.of("");

	private Path here = Path.of("");

	private InstanceFolder folder = new InstanceFolder(Path.of(""));

	private Instance instance;

	@BeforeEach
	void start(@TempDir Path place) throws IOException {
		String container = this.engine
			.create(new ContainerSpec("c", InMemoryEngine.IMAGE, "0:0", "/", List.of("sleep", "600"), Map.of(),
					Map.of(), List.of(new Mount.Volume("out", ContainerPaths.OUT)), RuntimeOptions.none()));
		this.engine.start(container);
		this.there = this.engine.volume("out");
		this.folder = new InstanceFolder(Files.createDirectory(place.resolve("cee1cb678e2e")));
		this.here = this.folder.out();
		this.instance = new Instance(new InstanceId("cee1cb678e2e"), BranchName.of("feat/x"), "repository", null, place,
				InstanceStatus.RUNNING, container, "sample", this.now, null, this.folder.path(), true);
	}

	@AfterEach
	void close() {
		this.engine.close();
	}

	private void refresh() {
		this.now = this.now.plusSeconds(1);
		this.fetch.refresh(this.instance, this.folder);
	}

	private void show() {
		this.now = this.now.plusSeconds(1);
		this.fetch.show(this.instance, this.folder, "a");
	}

	private void add(String text) throws IOException {
		Files.writeString(this.there.resolve("a.log"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	private void rotate() throws IOException {
		Files.move(this.there.resolve("a.log"), this.there.resolve("a.log.old"), StandardCopyOption.REPLACE_EXISTING);
		Files.writeString(this.there.resolve("a.turns"), ".", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
	}

	@Test
	void refreshBringsTheStartAndTheEnds() throws IOException {
		Files.writeString(this.there.resolve("boot"), "0123-4567\n");
		Files.writeString(this.there.resolve("a.exit"), "137 memory\n");
		Files.writeString(this.there.resolve("b.exit"), "0\n");
		add("a log");
		refresh();
		SessionFiles files = new SessionFiles(this.folder);
		assertThat(files.boot()).isEqualTo("0123-4567");
		assertThat(files.exit("a")).contains(new SessionExit(137, true));
		assertThat(files.exitCode("b")).hasValue(0);
		assertThat(files.endTime("a").orElseThrow().getEpochSecond())
			.isEqualTo(Files.getLastModifiedTime(this.there.resolve("a.exit")).to(TimeUnit.SECONDS));
		assertThat(this.here.resolve("a.log")).doesNotExist();
	}

	@Test
	void refreshAsksNotAgainAtOnce() throws IOException {
		refresh();
		Files.writeString(this.there.resolve("a.exit"), "0\n");
		this.fetch.refresh(this.instance, this.folder);
		assertThat(this.here.resolve("a.exit")).doesNotExist();
		refresh();
		assertThat(this.here.resolve("a.exit")).exists();
	}

	@Test
	void showBringsALogAsItGrows() throws IOException {
		show();
		assertThat(this.here.resolve("a.log")).doesNotExist();
		add("one\n\ntwo\n");
		show();
		assertThat(this.here.resolve("a.log")).hasContent("one\n\ntwo\n");
		add("three\n");
		refresh();
		refresh();
		assertThat(this.here.resolve("a.log")).hasContent("one\n\ntwo\nthree\n");
	}

	@Test
	void showFollowsALogThatIsDivided() throws IOException {
		add("one\n");
		show();
		add("two\n");
		rotate();
		add("three\n");
		show();
		assertThat(this.here.resolve("a.log.old")).hasContent("one\ntwo\n");
		assertThat(this.here.resolve("a.log")).hasContent("three\n");
		rotate();
		add("four\n");
		rotate();
		add("five\n");
		show();
		assertThat(this.here.resolve("a.log.old")).hasContent("four\n");
		assertThat(this.here.resolve("a.log")).hasContent("five\n");
	}

	@Test
	void whatAHostileContainerLeavesIsNotTaken() throws IOException {
		Path secret = Files.writeString(this.folder.path().resolve("secret"), "0");
		Files.createSymbolicLink(this.there.resolve("a.exit"), secret);
		Files.createSymbolicLink(this.there.resolve("a.log"), secret);
		Files.createDirectory(this.there.resolve("b.exit"));
		Files.writeString(this.there.resolve("boot"), "../../x\nexit 1 ../../evil 0\n");
		Files.writeString(this.there.resolve("x y.exit"), "0");
		Files.writeString(this.there.resolve("..exit"), "0");
		show();
		assertThat(this.here).isEmptyDirectory();
		assertThat(this.folder.path().resolve("evil.exit")).doesNotExist();
	}

	@Test
	void aContainerThatDoesNotAnswerKeepsWhatIsHere() throws IOException {
		add("one\n");
		show();
		this.engine.stop(String.valueOf(this.instance.container()), Duration.ZERO);
		show();
		assertThat(this.here.resolve("a.log")).hasContent("one\n");
	}

}
