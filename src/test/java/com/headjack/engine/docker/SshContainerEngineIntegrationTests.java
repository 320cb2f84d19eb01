package com.headjack.engine.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.headjack.host.FolderDeletion;
import com.headjack.product.SshServer;

/**
 * Docker behind an SSH server.
 */
class SshContainerEngineIntegrationTests extends RealEngineContract {

	private final Path place = Files.createTempDirectory("ssh");

	private final SshServer server = SshServer.start(this.place);

	SshContainerEngineIntegrationTests() throws IOException {
	}

	@Override
	protected void release() throws IOException {
		this.server.close();
		FolderDeletion.of(this.place);
	}

	@Override
	Map<String, String> variables() {
		return Map.of("DOCKER_HOST", this.server.address(), "PATH", this.server.path());
	}

	@Override
	protected String image() {
		return "debian:bookworm-slim";
	}

}
