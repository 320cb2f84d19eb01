package com.headjack.engine.docker;

import java.io.IOException;

import com.github.dockerjava.api.DockerClient;

/**
 * The clients of an engine.
 *
 * @param docker docker-java's client
 * @param http the HTTP client that it sends its requests through
 */
record EngineClient(DockerClient docker, StreamingHttpClient http) implements AutoCloseable {

	@Override
	public void close() throws IOException {
		this.docker.close();
	}

}
