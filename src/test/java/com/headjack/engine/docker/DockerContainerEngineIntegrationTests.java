package com.headjack.engine.docker;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.headjack.engine.ContainerSpec;
import com.headjack.engine.ImageNotFoundException;
import com.headjack.engine.RuntimeOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DockerContainerEngineIntegrationTests extends RealEngineContract {

	DockerContainerEngineIntegrationTests() {
		super(System.getenv());
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
				.hasValueSatisfying((remedy) -> assertThat(remedy).contains("docker build -t headjack/agent .")));
	}

	@Test
	void theEngineKeepsNoOutputAndOpensNoPort() {
		assertThat(inspect(shared())).contains("type=none").contains("networkMode=default");
	}

}
