package com.headjack.engine.docker;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;

import com.headjack.product.ScratchEngine;
import com.headjack.product.SharedEngine;

class PodmanImageBuilderIntegrationTests extends RealImageBuilderContract {

	private static ScratchEngine podman;

	@BeforeAll
	static void startPodman() throws IOException {
		podman = SharedEngine.podman();
	}

	@Override
	Map<String, String> variables() {
		return Map.of("DOCKER_HOST", podman.address());
	}

	@Override
	protected String base() {
		return "localhost/debian:bookworm-slim";
	}

}
