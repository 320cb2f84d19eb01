package com.headjack.engine.docker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.exception.NotFoundException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import com.headjack.engine.ContainerConflictException;
import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.ContainerSpec;
import com.headjack.engine.EngineException;
import com.headjack.engine.EngineUnavailableException;
import com.headjack.engine.ImageNotFoundException;
import com.headjack.engine.docker.EngineAddress.Reach;

/**
 * Translates an engine's failures for the user. The engine's answer is never the cause of
 * an exception, because it may repeat data that was sent.
 */
final class EngineFailures {

	private static final String START = "start Docker or Podman, or set DOCKER_HOST";

	private static final int REASON_LENGTH = 300;

	private EngineFailures() {
	}

	static EngineException unreachable(Map<EngineAddress, Reach> tried) {
		List<EngineAddress> denied = tried.keySet()
			.stream()
			.filter((address) -> tried.get(address) == Reach.DENIED)
			.toList();
		if (!denied.isEmpty()) {
			String group = denied.getFirst().pipe() ? "docker-users" : "docker ('sudo usermod -aG docker $USER')";
			return new EngineUnavailableException("permission denied on " + denied.getFirst(),
					"add yourself to the group " + group + " and log in again", null);
		}
		String places = tried.keySet().stream().map(EngineAddress::toString).collect(Collectors.joining(", "));
		return new EngineUnavailableException("no container engine answers (looked at " + places + ")", START, null);
	}

	static EngineException mute(EngineAddress address, Duration patience) {
		return new EngineUnavailableException(
				"the container engine at " + address + " did not answer within " + patience.toSeconds() + " s",
				"restart the engine, or set DOCKER_HOST to another", null);
	}

	static EngineException lost(EngineAddress address, @Nullable Throwable cause) {
		return new EngineUnavailableException("the connection to the container engine at " + address + " broke", START,
				cause);
	}

	static EngineException interrupted(@Nullable Throwable cause) {
		return new EngineException("interrupted while waiting for the container engine", null, cause);
	}

	/**
	 * Translates a failure to create a container. For some failures Podman only has a
	 * message where Docker has a status.
	 * @param program the engine's command line program
	 * @param spec the container's specification
	 * @param answer the engine's answer
	 * @return the exception to throw
	 */
	static EngineException ofCreation(String program, ContainerSpec spec, DockerException answer) {
		return switch (answer) {
			case NotFoundException _ when reason(answer).contains("such image") -> noImage(program, spec.image(), "");
			case ConflictException _ -> taken(program, spec.name());
			case InternalServerErrorException _ when reason(answer).contains("already in use") ->
				taken(program, spec.name());
			case InternalServerErrorException _ when reason(answer).contains("container-init") ->
				new EngineUnavailableException("the engine has no init program for containers",
						"install catatonit where the engine runs", null);
			default -> refused("create container \"" + spec.name() + "\"", answer);
		};
	}

	private static EngineException taken(String program, String name) {
		return new ContainerConflictException("there is a container \"" + name + "\" already",
				"remove it with '" + program + " rm " + name + "'", null);
	}

	static EngineException ofContainer(String task, String container, DockerException answer) {
		return switch (answer) {
			case NotFoundException _ -> gone(container);
			default -> refused(task + " container " + brief(container), answer);
		};
	}

	/**
	 * Translates a failure to run a program. The engine's message is left out, because it
	 * may repeat environment variables.
	 * @param container the container's id
	 * @param program the program's name
	 * @param answer the engine's answer
	 * @return the exception to throw
	 */
	static EngineException ofExec(String container, String program, DockerException answer) {
		return switch (answer) {
			case NotFoundException _ -> gone(container);
			case ConflictException _ -> still(container);
			case InternalServerErrorException _ when reason(answer).contains("container state improper") ->
				still(container);
			default -> new EngineException("the engine refused to run \"" + program + "\" in container "
					+ brief(container) + " (status " + answer.getHttpStatus() + ")", null, null);
		};
	}

	static EngineException refused(String task, DockerException answer) {
		return new EngineException("the engine refused to " + task + ": " + reason(answer), null, null);
	}

	private static EngineException still(String container) {
		return new ContainerNotRunningException("container " + brief(container) + " does not run", null, null);
	}

	static EngineException gone(String container) {
		return new ContainerNotRunningException("container " + brief(container) + " is gone", null, null);
	}

	static EngineException noImage(String program, String image, String reason) {
		String remedy = ImageReference.parse(image).repository().equals("headjack/agent")
				? "build it: run '" + program + " build -t headjack/agent .' in a checkout of Headjack"
				: "check its name, or pull it with '" + program + " pull " + image + "'";
		String why = reason.isEmpty() ? "" : ": " + reason;
		return new ImageNotFoundException("there is no image \"" + image + "\"" + why, remedy, null);
	}

	/**
	 * The reason that the engine gave.
	 * @param answer the engine's answer
	 * @return one line, without any environment variable
	 */
	static String reason(DockerException answer) {
		String text = String.valueOf(answer.getMessage());
		String reason = line(message(text.substring(Math.max(0, text.indexOf('{')))));
		return reason.contains("environment variable") ? "an environment variable is invalid" : reason;
	}

	static String line(String text) {
		String line = text.strip().lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
		return (line.length() > REASON_LENGTH) ? line.substring(0, REASON_LENGTH) + "…" : line;
	}

	private static String message(String text) {
		try {
			return JsonMapper.shared().readTree(text).path("message").asString(text);
		}
		catch (JacksonException _) {
			return text;
		}
	}

	private static String brief(String container) {
		return container.substring(0, Math.min(12, container.length()));
	}

}
