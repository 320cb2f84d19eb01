package com.headjack.engine.docker;

import java.io.IOException;

import com.github.dockerjava.api.DockerClient;

/**
 * Talks to an engine.
 *
 * @param docker docker-java's client
 * @param http what it sends its requests with
 */
record EngineClient(DockerClient docker, StreamingHttpClient http) implements AutoCloseable {

	@Override
	public void close() throws IOException {
		this.docker.close();
	}

}
