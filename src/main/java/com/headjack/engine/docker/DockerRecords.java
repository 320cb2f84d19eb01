package com.headjack.engine.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.EngineException;
import com.headjack.engine.EngineRecords;

/**
 * Reads records by Docker's interface, which Podman has too, without docker-java, which
 * leaves out what it does not know.
 */
final class DockerRecords implements EngineRecords {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/**
	 * How long a container's files may take: some gigabytes on a slow disk.
	 */
	private static final Duration WORK = Duration.ofMinutes(15);

	private static final int OK = 200;

	private static final int NOT_FOUND = 404;

	/**
	 * The answer of a container that does not run, where only a running one has any.
	 */
	private static final int CONFLICT = 409;

	private static final int FAILED = 500;

	/**
	 * How often a question is asked that the engine fails to answer, as it does while it
	 * removes a container.
	 */
	private static final int TRIES = 5;

	private static final Duration PAUSE = Duration.ofMillis(300);

	/**
	 * The states of a container that holds nothing any more.
	 */
	private static final Set<String> ENDING = Set.of("removing", "dead");

	private static final int REMOVED = 2;

	private static final int LONGEST = 64 * 1024 * 1024;

	private final DockerConnection connection;

	DockerRecords(DockerConnection connection) {
		this.connection = connection;
	}

	@Override
	public ContainerRecord container(String container, OutputStream target) {
		ByteArrayOutputStream answer = readOf(container, "json", NOT_FOUND);
		write(answer.toByteArray(), target);
		JsonNode record = json(answer);
		List<String> mounts = Stream
			.concat(record.path("Mounts").valueStream().map((mount) -> mount.path("Destination").asString("")),
					record.path("HostConfig").path("Tmpfs").propertyStream().map((mount) -> mount.getKey()))
			.filter((path) -> path.startsWith("/"))
			.distinct()
			.toList();
		return new ContainerRecord(record.path("Image").asString(""), mounts);
	}

	@Override
	public void image(String image, OutputStream target) {
		write(read("/images/" + name(image) + "/json").toByteArray(), target);
	}

	@Override
	public void history(String image, OutputStream target) {
		write(read("/images/" + name(image) + "/history").toByteArray(), target);
	}

	@Override
	public void programs(String container, OutputStream target) {
		write(readOf(container, "top?ps_args=" + name("-ewwo pid,args"), NOT_FOUND, CONFLICT).toByteArray(), target);
	}

	@Override
	public List<FileChange> changes(String container) {
		return json(readOf(container, "changes", NOT_FOUND)).valueStream()
			.filter((change) -> change.path("Kind").asInt(0) != REMOVED)
			.map((change) -> new FileChange(change.path("Path").asString(""), change.path("Kind").asInt(0) != 0))
			.filter((change) -> change.path().startsWith("/"))
			.toList();
	}

	@Override
	public boolean files(String container, String path, OutputStream target) {
		String archive = "/containers/" + name(container) + "/archive?path=" + name(path);
		int status = statusOf(container, () -> this.connection.read(WORK, (http) -> get(http, archive, target)));
		if (status != OK && status != NOT_FOUND) {
			throw refusal(status);
		}
		return status == OK;
	}

	/**
	 * Reads what the engine knows of a container.
	 * @param gone the answers that tell that there is none to ask about
	 */
	private ByteArrayOutputStream readOf(String container, String question, Integer... gone) {
		CappedBytes answer = new CappedBytes();
		int status = statusOf(container, () -> ask("/containers/" + name(container) + "/" + question, answer));
		if (List.of(gone).contains(status)) {
			throw new ContainerNotRunningException("container %s does not run".formatted(container), null, null);
		}
		return require(status, answer);
	}

	private ByteArrayOutputStream read(String path) {
		CappedBytes answer = new CappedBytes();
		return require(ask(path, answer), answer);
	}

	private int ask(String path, OutputStream target) {
		return this.connection.read(PATIENCE, (http) -> get(http, path, target));
	}

	/**
	 * Asks about a container that may be removed meanwhile.
	 * @param question asks, and returns the status of the answer
	 * @return the status
	 */
	private int statusOf(String container, IntSupplier question) {
		int status = question.getAsInt();
		for (int tries = 1; tries < TRIES && status >= FAILED; tries++) {
			if (isEnding(container)) {
				return NOT_FOUND;
			}
			LockSupport.parkNanos(PAUSE.toNanos());
			status = question.getAsInt();
		}
		return status;
	}

	private boolean isEnding(String container) {
		CappedBytes answer = new CappedBytes();
		int status = ask("/containers/" + name(container) + "/json", answer);
		return status == NOT_FOUND
				|| (status == OK && ENDING.contains(json(answer).path("State").path("Status").asString("")));
	}

	private static ByteArrayOutputStream require(int status, ByteArrayOutputStream answer) {
		if (status != OK) {
			throw refusal(status);
		}
		return answer;
	}

	private static EngineException refusal(int status) {
		return new EngineException("the engine refused to tell it (status %s)".formatted(status), null, null);
	}

	private static int get(StreamingHttpClient http, String path, OutputStream target) {
		Request request = Request.builder().method(Request.Method.GET).path(path).build();
		try (Response response = http.execute(request)) {
			if (response.getStatusCode() == OK) {
				// To close the body would read all that is left of it.
				response.getBody().transferTo(target);
			}
			return response.getStatusCode();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static JsonNode json(ByteArrayOutputStream answer) {
		try {
			return JsonMapper.shared().readTree(answer.toByteArray());
		}
		catch (JacksonException _) {
			throw new EngineException("the engine gave no answer that can be read", null, null);
		}
	}

	private static void write(byte[] answer, OutputStream target) {
		try {
			target.write(answer);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String name(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
	}

	@Override
	public void close() {
		this.connection.close();
	}

	/**
	 * An answer of limited size: a container decides how many files it changes.
	 */
	private static final class CappedBytes extends ByteArrayOutputStream {

		@Override
		public synchronized void write(byte[] octets, int offset, int count) {
			if (size() + count > LONGEST) {
				throw new EngineException("the engine's answer is larger than 64 MiB", null, null);
			}
			super.write(octets, offset, count);
		}

	}

}
