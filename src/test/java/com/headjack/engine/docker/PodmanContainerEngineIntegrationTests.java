package com.headjack.engine.docker;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.headjack.product.ScratchEngine;
import com.headjack.product.SharedEngine;

import static org.assertj.core.api.Assertions.assertThat;

class PodmanContainerEngineIntegrationTests extends RealEngineContract {

	private final ScratchEngine podman = SharedEngine.podman();

	PodmanContainerEngineIntegrationTests() throws IOException {
	}

	@Override
	Map<String, String> variables() {
		return Map.of("DOCKER_HOST", this.podman.address());
	}

	@Override
	protected String image() {
		return "localhost/headjack/agent:latest";
	}

	/**
	 * Its network is apart from the machine's and has no loopback.
	 */
	@Override
	String port() {
		return "0:80";
	}

	@Test
	void theEngineKeepsNoOutput() {
		assertThat(inspect(shared())).contains("type=none");
	}

}
