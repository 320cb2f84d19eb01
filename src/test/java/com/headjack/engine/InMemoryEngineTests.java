package com.headjack.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class InMemoryEngineTests extends ContainerEngineContract {

	private final InMemoryEngine engine = new InMemoryEngine();

	@Override
	protected ContainerEngine engine() {
		return this.engine;
	}

	@Override
	protected String image() {
		return InMemoryEngine.IMAGE;
	}

	@Test
	void createWhenTheSourceOfAMountIsMissingThrowsAndDoesNotCreateIt(@TempDir Path folder) {
		Path source = folder.resolve("absent");
		assertThatExceptionOfType(EngineException.class).isThrownBy(() -> running("sourceless", bind(source, false)))
			.withMessageContaining(source.toString());
		assertThat(source).doesNotExist();
		assertThat(find("sourceless")).isEmpty();
	}

	@Test
	void pullTakesWhatIsPublished() {
		this.engine.publish(InMemoryImage.of("registry/new").withUser("agent"));
		assertThat(this.engine.findImage("registry/new")).isEmpty();
		assertThat(this.engine.pull("registry/new").user()).isEqualTo("agent");
		assertThat(this.engine.findImage("registry/new:latest")).isPresent();
	}

	@Test
	void anImageHasThePrograms() {
		this.engine.add(InMemoryImage.of("few").with("tmux", "echo stub").without("cksum"));
		String id = this.engine.create(new ContainerSpec("few", "few", "0:0", "/", List.of("sleep", "infinity"),
				Map.of(), Map.of(), List.of(), RuntimeOptions.none()));
		this.engine.start(id);
		assertThat(sh(id, "tmux; command -v cksum").output()).isEqualTo("stub\n");
	}

	@Test
	void pathsOfTheContainerAreBelowTheScratchFolder() {
		assertThat(sh(shared(), "echo kept >/etc/sample; chmod a+rx /\necho $((9 / 3))").output()).isEqualTo("3\n");
		assertThat(this.engine.resolve(shared(), "/etc/sample")).hasContent("kept");
		assertThat(Path.of("/etc/sample")).doesNotExist();
	}

	@Test
	void closeLeavesNothingBehind() {
		InMemoryEngine another = new InMemoryEngine();
		String id = another.create(spec("another", "0:0", RuntimeOptions.none()));
		another.start(id);
		another.exec(id, ExecRequest.script("setsid sleep 600 >/dev/null 2>&1 &", List.of()));
		Path folder = another.resolve(id, "/");
		assertThat(new MarkedProcesses(ContainerShell.MARK + "=" + id + "-1").find()).isNotEmpty();
		another.close();
		assertThat(new MarkedProcesses(ContainerShell.MARK + "=" + id + "-1").find()).isEmpty();
		assertThat(folder).doesNotExist();
	}

}
