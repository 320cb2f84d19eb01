package com.headjack.engine.docker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
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
import com.headjack.engine.ContainerUnresponsiveException;
import com.headjack.engine.EngineException;
import com.headjack.engine.EngineUnavailableException;
import com.headjack.engine.FilesUnseenException;
import com.headjack.engine.ImageNotFoundException;
import com.headjack.engine.Mount;
import com.headjack.engine.docker.EngineAddress.Reach;

/**
 * Translates an engine's failures for the user. The engine's answer is never the cause of
 * an exception, because it may repeat data that was sent.
 */
final class EngineFailures {

	private static final String MISNAMED = "invalid reference format";

	private static final int REASON_LENGTH = 300;

	/**
	 * What Docker, Docker Desktop and Podman say about a source that they do not see.
	 */
	private static final Pattern REFUSED_MOUNT = Pattern
		.compile("invalid mount config for type|[Mm]ounts denied|statfs |no such file or directory");

	private EngineFailures() {
	}

	static EngineException unreachable(Map<EngineAddress, Reach> tried) {
		return with(Reach.DENIED, tried).<EngineException>map(EngineFailures::denied)
			.or(() -> with(Reach.TOO_LONG, tried).map(EngineFailures::tooLong))
			.orElseGet(() -> silent(tried));
	}

	private static Optional<EngineAddress> with(Reach reach, Map<EngineAddress, Reach> tried) {
		return tried.keySet().stream().filter((address) -> tried.get(address) == reach).findFirst();
	}

	private static EngineException denied(EngineAddress address) {
		String remedy = address.pipe() ? "add yourself to the group docker-users and log in again"
				: SocketGroup.of(Path.of(address.uri().getPath())).remedy();
		return new EngineUnavailableException("permission denied on " + address, remedy, null);
	}

	private static EngineException tooLong(EngineAddress address) {
		return new EngineUnavailableException("the path of the socket is too long: " + address,
				"make a link to it with a shorter path, such as /tmp/engine.sock, and name that", null);
	}

	private static EngineException silent(Map<EngineAddress, Reach> tried) {
		String places = tried.entrySet()
			.stream()
			.map((place) -> place.getKey() + detail(place.getValue()))
			.collect(Collectors.joining(", "));
		return new EngineUnavailableException("no container engine answers (looked at " + places + ")",
				start(tried.keySet().iterator().next()), null);
	}

	private static String start(EngineAddress address) {
		return (address.named() != null) ? "start it, or " + address.replacement()
				: "start Docker or Podman, or set DOCKER_HOST";
	}

	private static String detail(Reach reach) {
		return switch (reach) {
			case NO_SOCKET -> ": a file or folder is in the place of the socket";
			case REFUSED -> ": nothing listens there";
			case CONNECTS, MISSING, DENIED, TOO_LONG -> "";
		};
	}

	static EngineException mute(EngineAddress address, Duration patience) {
		return new EngineUnavailableException(
				"the container engine at " + address + " did not answer within " + patience.toSeconds() + " s",
				"restart the engine, or " + address.replacement(), null);
	}

	/**
	 * Describes a container that does not do what the engine was asked for.
	 * @param container the container's id
	 * @param task the task
	 * @return makes the exception for the time waited
	 */
	static Function<Duration, EngineException> late(String container, String task) {
		return (waited) -> new ContainerUnresponsiveException(brief(container), task, waited, null);
	}

	/**
	 * Describes a container that the engine cannot kill, as where a program in it has
	 * stopped the engine's own on its way in.
	 */
	static EngineException held(String container, Duration waited) {
		return new ContainerUnresponsiveException(brief(container), "end", waited,
				"end it as root where the engine runs, with 'sudo pkill -KILL -f " + brief(container)
						+ "', and try again");
	}

	static EngineException lost(EngineAddress address, @Nullable Throwable cause) {
		return new EngineUnavailableException("the connection to the container engine at " + address + " broke",
				again(address), cause);
	}

	/**
	 * Describes the end of a program's output that is not the end of the program.
	 */
	static EngineException cut(EngineAddress address) {
		return new EngineUnavailableException(
				"the program in the container runs on, but its connection through the engine at " + address + " ended",
				address.ssh() ? again(address) : null, null);
	}

	private static String again(EngineAddress address) {
		return address.ssh() ? "try again; '" + SshDestination.of(address).trial() + "' has to work" : start(address);
	}

	/**
	 * Describes something that answers in the place of an engine, such as a web server or
	 * a proxy.
	 */
	static EngineException stranger(EngineAddress address) {
		return new EngineUnavailableException("what answers at " + address + " is not a container engine",
				(address.named() != null) ? address.replacement() : "set DOCKER_HOST to the engine's own address",
				null);
	}

	/**
	 * Whether an answer is a web page.
	 */
	static boolean page(DockerException answer) {
		return String.valueOf(answer.getMessage()).replaceFirst("^Status \\d+:", "").stripLeading().startsWith("<");
	}

	static EngineException interrupted(@Nullable Throwable cause) {
		return new EngineException("interrupted while waiting for the container engine", null, cause);
	}

	/**
	 * Translates a failure to create a container. For some failures Podman only has a
	 * message where Docker has a status.
	 * @param program the engine's command line program
	 * @param address the engine's address
	 * @param spec the container's specification
	 * @param answer the engine's answer
	 * @return the exception to throw
	 */
	static EngineException ofCreation(String program, EngineAddress address, ContainerSpec spec,
			DockerException answer) {
		return unseen(spec, reason(answer))
			.<EngineException>map((source) -> new FilesUnseenException(address.toString(), source))
			.orElseGet(() -> refusedCreation(program, address, spec, answer));
	}

	private static EngineException refusedCreation(String program, EngineAddress address, ContainerSpec spec,
			DockerException answer) {
		return switch (answer) {
			case NotFoundException _ when reason(answer).contains("such image") ->
				noImage(program, address, spec.image(), "");
			case ConflictException _ -> taken(program, spec.name());
			case InternalServerErrorException _ when reason(answer).contains("already in use") ->
				taken(program, spec.name());
			case InternalServerErrorException _ when reason(answer).contains("container-init") ->
				new EngineUnavailableException("the engine has no init program for containers",
						"install catatonit where the engine runs", null);
			default -> refused("create container \"" + spec.name() + "\"", answer);
		};
	}

	/**
	 * Finds the mount that an engine refuses although its source is there.
	 */
	private static Optional<String> unseen(ContainerSpec spec, String reason) {
		if (!REFUSED_MOUNT.matcher(reason).find()) {
			return Optional.empty();
		}
		return spec.mounts()
			.stream()
			.filter(Mount.Bind.class::isInstance)
			.map((mount) -> ((Mount.Bind) mount).source())
			.filter(Files::exists)
			.map(Path::toString)
			.filter(reason::contains)
			.max(Comparator.comparingInt(String::length));
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

	/**
	 * Translates the refusal to look for an image.
	 */
	static EngineException refusedImage(String image, DockerException answer) {
		String reason = reason(answer);
		int misnamed = reason.indexOf(MISNAMED);
		return (misnamed < 0) ? refused("look for image \"" + image + "\"", answer) : ImageNotFoundException
			.misnamed(image, reason.substring(misnamed).replaceFirst("^" + MISNAMED + ": ", ""));
	}

	static EngineException noImage(String program, EngineAddress address, String image, String reason) {
		String remedy = ImageReference.parse(image).repository().equals("headjack/agent")
				? "build it with 'hjk image build" + address.option() + "'"
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
