package com.headjack.engine.docker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.engine.ContainerSpec;
import com.headjack.engine.EngineException;
import com.headjack.engine.ImageNotFoundException;
import com.headjack.engine.RuntimeOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DockerContainerEngineIntegrationTests extends RealEngineContract {

	@Override
	Map<String, String> variables() {
		return System.getenv();
	}

	@Override
	protected String image() {
		return "debian:bookworm-slim";
	}

	@Test
	void createWhenTheImageIsHeadjacksTellsHowToBuildIt() {
		ContainerSpec spec = new ContainerSpec("no-image", "headjack/agent:absent", "0:0", "/", List.of("true"),
				Map.of(), Map.of(), List.of(), RuntimeOptions.none());
		assertThatExceptionOfType(ImageNotFoundException.class).isThrownBy(() -> engine().create(spec))
			.satisfies((ex) -> assertThat(ex.remedy())
				.hasValueSatisfying((remedy) -> assertThat(remedy).contains("hjk image build")));
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
	void theEngineKeepsNoOutputAndOpensNoPort() {
		assertThat(inspect(shared())).contains("type=none").contains("networkMode=default");
	}

	@Test
	void outOfMemoryTellsAContainerThatNeededTooMuch() throws InterruptedException {
		String greedy = engine().create(new ContainerSpec("greedy", image(), "0:0", "/", List.of("tail", "/dev/zero"),
				Map.of(), Map.of(), List.of(), RuntimeOptions.parse(List.of("--memory", "20m"))));
		assertThat(engine().outOfMemory(greedy)).isFalse();
		engine().start(greedy);
		for (int tries = 0; tries < 100 && !engine().outOfMemory(greedy); tries++) {
			TimeUnit.MILLISECONDS.sleep(100);
		}
		assertThat(engine().outOfMemory(greedy)).isTrue();
		assertThat(engine().outOfMemory(shared())).isFalse();
		engine().remove(greedy);
		assertThat(engine().outOfMemory(greedy)).isFalse();
	}

	@Test
	void outOfMemoryTellsNothingOfAContainerThatWentOn() throws InterruptedException {
		String modest = engine()
			.create(new ContainerSpec("modest", image(), "0:0", "/", List.of("sh", "-c", "tail /dev/zero; exit 3"),
					Map.of(), Map.of(), List.of(), RuntimeOptions.parse(List.of("--memory", "20m"))));
		engine().start(modest);
		for (int tries = 0; tries < 100 && !inspect(modest).contains("exitCode=3"); tries++) {
			TimeUnit.MILLISECONDS.sleep(100);
		}
		assertThat(inspect(modest)).contains("exitCode=3", "oomKilled=true");
		assertThat(engine().outOfMemory(modest)).isFalse();
		engine().remove(modest);
	}

	@Test
	void coreDumpsAreOffForGood() {
		assertThat(sh(shared(), "ulimit -c; ulimit -Hc; ulimit -c 1 2>/dev/null || echo refused").output())
			.isEqualTo("0\n0\nrefused\n");
	}

}
