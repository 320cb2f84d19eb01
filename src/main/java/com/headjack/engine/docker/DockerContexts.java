package com.headjack.engine.docker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import com.headjack.engine.EngineUnavailableException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.KnownVariable;
import com.headjack.text.Sha256;

/**
 * A user's docker contexts.
 *
 * @param folder docker's configuration folder
 * @param chosen the context that the environment names, or empty
 * @see <a href="https://docs.docker.com/engine/manage-resources/contexts/">Docker
 * contexts</a>
 */
record DockerContexts(Path folder, Optional<String> chosen) {

	static DockerContexts of(HostEnvironment host) {
		return new DockerContexts(ClientConfiguration.of(host).folder(), host.variable(KnownVariable.DOCKER_CONTEXT));
	}

	/**
	 * Finds the context in use.
	 * @return its name, or empty if it is docker's default
	 */
	Optional<String> current() {
		return this.chosen
			.or(() -> new ClientConfiguration(this.folder).main().map((json) -> text(json, "currentContext")))
			.filter((name) -> !name.isBlank() && !name.equals("default"));
	}

	/**
	 * Finds the address of a context's engine.
	 * @param context the context's name
	 * @return the address, as written in the context
	 * @throws EngineUnavailableException if there is no such context
	 */
	String address(String context) {
		return find(context)
			.orElseThrow(() -> new EngineUnavailableException("there is no docker context \"" + context + "\"",
					"choose another with 'docker context use', or set DOCKER_HOST", null));
	}

	/**
	 * Finds the address of the engine of a context that may not be there.
	 * @param context a name
	 * @return the address, or empty if no context has that name
	 */
	Optional<String> find(String context) {
		return endpoint(context).map((endpoint) -> text(endpoint, "Host")).filter((address) -> !address.isBlank());
	}

	/**
	 * Finds the certificates of a context.
	 * @param context the context's name
	 * @return the folder with the files {@code ca.pem}, {@code cert.pem} and
	 * {@code key.pem}, or empty if the context has none
	 * @throws EngineUnavailableException if the context trusts any engine
	 */
	Optional<Path> certificates(String context) {
		if (endpoint(context).filter((endpoint) -> endpoint.path("SkipTLSVerify").asBoolean(false)).isPresent()) {
			throw new EngineUnavailableException(
					"the docker context \"" + context + "\" does not check who the engine is, and hjk has to",
					"make the context anew with 'ca=' and without 'skip-tls-verify'", null);
		}
		return Optional.of(this.folder.resolve("contexts/tls").resolve(Sha256.hex(context)).resolve("docker"))
			.filter(Files::isDirectory);
	}

	private Optional<JsonNode> endpoint(String context) {
		return ClientConfiguration
			.read(this.folder.resolve("contexts/meta").resolve(Sha256.hex(context)).resolve("meta.json"))
			.map((json) -> json.path("Endpoints").path("docker"));
	}

	private static String text(JsonNode json, String name) {
		return json.path(name).asString("");
	}

}
