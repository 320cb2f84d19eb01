package com.headjack.engine.docker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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

	/**
	 * Docker loses a kill if its report of the container's end comes first, so there are
	 * several tries.
	 */
	@Test
	void outOfMemoryTellsAContainerThatNeededTooMuch() throws InterruptedException {
		boolean told = false;
		for (int tries = 0; tries < 5 && !told; tries++) {
			String greedy = small("exec tail /dev/zero");
			assertThat(engine().outOfMemory(greedy)).isFalse();
			engine().start(greedy);
			await(greedy, "exitCode=137");
			told = engine().outOfMemory(greedy);
			engine().remove(greedy);
			assertThat(engine().outOfMemory(greedy)).isFalse();
		}
		assertThat(told).isTrue();
		assertThat(engine().outOfMemory(shared())).isFalse();
	}

	@Test
	void outOfMemoryTellsNothingOfAContainerThatWentOn() throws InterruptedException {
		boolean killed = false;
		for (int tries = 0; tries < 5 && !killed; tries++) {
			String modest = small("(tail /dev/zero); sleep 1; exit 3");
			engine().start(modest);
			await(modest, "exitCode=3");
			killed = inspect(modest).contains("oomKilled=true");
			assertThat(engine().outOfMemory(modest)).isFalse();
			engine().remove(modest);
		}
		assertThat(killed).isTrue();
	}

	private String small(String script) {
		return engine()
			.create(new ContainerSpec("small-" + UUID.randomUUID(), image(), "0:0", "/", List.of("sh", "-c", script),
					Map.of(), labels(), List.of(), RuntimeOptions.parse(List.of("--memory", "20m"))));
	}

	private void await(String id, String state) throws InterruptedException {
		for (int tries = 0; tries < 300 && !inspect(id).contains(state); tries++) {
			TimeUnit.MILLISECONDS.sleep(100);
		}
		assertThat(inspect(id)).contains("status=exited", state);
	}

	@Test
	void coreDumpsAreOffForGood() {
		assertThat(sh(shared(), "ulimit -c; ulimit -Hc; ulimit -c 1 2>/dev/null || echo refused").output())
			.isEqualTo("0\n0\nrefused\n");
	}

}
