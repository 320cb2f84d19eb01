package com.headjack.engine.docker;

import java.net.URI;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.AuthConfig;
import com.github.dockerjava.api.model.AuthConfigurations;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.core.SSLConfig;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one client, with the mapper that all clients of this process
 * share: docker-java would make a new one for each, and a mapper learns its types anew.
 *
 * @param config the configuration, but for the mapper
 */
record ClientConfig(DockerClientConfig config) implements DockerClientConfig {

	private static final ObjectMapper MAPPER = DockerClientConfig.getDefaultObjectMapper();

	@Override
	public ObjectMapper getObjectMapper() {
		return MAPPER;
	}

	@Override
	public URI getDockerHost() {
		return this.config.getDockerHost();
	}

	@Override
	public RemoteApiVersion getApiVersion() {
		return this.config.getApiVersion();
	}

	@Override
	public @Nullable String getRegistryUsername() {
		return this.config.getRegistryUsername();
	}

	@Override
	public @Nullable String getRegistryPassword() {
		return this.config.getRegistryPassword();
	}

	@Override
	public @Nullable String getRegistryEmail() {
		return this.config.getRegistryEmail();
	}

	@Override
	public String getRegistryUrl() {
		return this.config.getRegistryUrl();
	}

	@Override
	public @Nullable AuthConfig effectiveAuthConfig(String imageName) {
		return this.config.effectiveAuthConfig(imageName);
	}

	@Override
	public AuthConfigurations getAuthConfigurations() {
		return this.config.getAuthConfigurations();
	}

	@Override
	@SuppressWarnings("deprecation")
	public @Nullable SSLConfig getSSLConfig() {
		return this.config.getSSLConfig();
	}

	@Override
	public String toString() {
		return "ClientConfig";
	}

}
