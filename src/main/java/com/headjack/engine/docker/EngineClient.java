package com.headjack.engine.docker;

import java.io.IOException;

import com.github.dockerjava.api.DockerClient;
import org.jspecify.annotations.Nullable;

/**
 * The clients of an engine.
 *
 * @param docker docker-java's client
 * @param http the HTTP client that it sends its requests through
 * @param tunnel the way to the engine, or {@code null} if it needs none
 */
record EngineClient(DockerClient docker, StreamingHttpClient http,
		@Nullable SshTunnel tunnel) implements AutoCloseable {

	@Override
	public void close() throws IOException {
		try (tunnel) {
			this.docker.close();
		}
	}

}
