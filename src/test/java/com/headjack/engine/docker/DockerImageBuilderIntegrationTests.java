package com.headjack.engine.docker;

import java.util.Map;

class DockerImageBuilderIntegrationTests extends RealImageBuilderContract {

	@Override
	Map<String, String> variables() {
		return System.getenv();
	}

	@Override
	protected String base() {
		return "debian:bookworm-slim";
	}

}
