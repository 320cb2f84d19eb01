package com.headjack.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.util.FileSystemUtils;

/**
 * An engine with the agents' image, whose storage, network and processes are apart from
 * all else on this machine and go with it.
 */
public final class ScratchEngine implements AutoCloseable {

	/**
	 * What works wherever Docker does: where version 2 of the control groups stands
	 * beside version 1, Podman's own choice of a runtime refuses every container.
	 */
	private static final String PODMAN_SETTINGS = """
			[engine]
			cgroup_manager = "cgroupfs"
			events_logger = "file"
			runtime = "runc"
			""";

	/**
	 * Knows a user who has others' numbers to give away.
	 */
	private static final String WITH_USER = """
			mkdir /run/etc
			cp -a /etc/. /run/etc
			echo sample:x:$0:$0::/:/bin/sh >>/run/etc/passwd
			echo sample:x:$0: >>/run/etc/group
			echo sample:100000:65536 | tee /run/etc/subuid >/run/etc/subgid
			mount --bind /run/etc /etc
			""";

	/**
	 * Starts an engine for each line, so that what the one before has left still runs.
	 */
	private static final String HOUSE = """
			mount -t tmpfs none /run
			mount -t tmpfs none /var/lib
			[ "$0" -eq 0 ] || eval "$1"
			while read -r line; do
				sh -c "exec $line" </dev/null || :
			done
			""";

	private static final String PODMAN = "podman --root %1$s/data --runroot %1$s/exec system service --time=0 %2$s";

	private static final String LOAD = "docker save headjack/agent:latest | docker --host \"$0\" load";

	private final Path folder;

	private final String line;

	private final Process house;

	private ScratchEngine(Path folder, String line, int uid) throws IOException {
		this.folder = folder;
		this.line = line;
		ProcessBuilder builder = new ProcessBuilder("unshare", "--mount", "--net", "--pid", "--fork", "--kill-child",
				"--mount-proc", "sh", "-euc", HOUSE, String.valueOf(uid), WITH_USER);
		builder.environment().put("CONTAINERS_CONF", folder.resolve("containers.conf").toString());
		this.house = builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
	}

	static ScratchEngine docker() throws IOException {
		return started(0, "dockerd --data-root %1$s/data --exec-root %1$s/exec --pidfile %1$s/pid --host %2$s");
	}

	/**
	 * Podman, started by root.
	 * @return the engine, to be closed by the caller
	 */
	public static ScratchEngine podman() throws IOException {
		return started(0, PODMAN);
	}

	/**
	 * An engine that an ordinary user has started.
	 */
	static ScratchEngine rootlessPodman(int uid) throws IOException {
		return started(uid, "setpriv --reuid=" + uid + " --regid=" + uid
				+ " --clear-groups env HOME=%1$s XDG_RUNTIME_DIR=%1$s " + PODMAN);
	}

	private static ScratchEngine started(int uid, String line) throws IOException {
		Path folder = Files.createTempDirectory("engine");
		Files.writeString(folder.resolve("containers.conf"), PODMAN_SETTINGS);
		Files.setAttribute(folder, "unix:uid", uid);
		ScratchEngine engine = new ScratchEngine(folder, line, uid);
		try {
			engine.start("");
			engine.run("sh", "-euc", LOAD, engine.address());
		}
		catch (IllegalStateException ex) {
			engine.close();
			throw ex;
		}
		return engine;
	}

	/**
	 * Starts the engine, with options besides.
	 */
	void start(String options) throws IOException {
		Writer lines = this.house.outputWriter();
		lines.write(this.line.formatted(this.folder, address()) + " " + options + "\n");
		lines.flush();
		run("sh", "-c", "for try in $(seq 300); do ! docker --host \"$0\" version || exit 0; sleep 0.2; done; exit 1",
				address());
	}

	/**
	 * Ends the engine without a warning, and not what it has started.
	 */
	void kill() {
		String program = this.line.substring(0, this.line.indexOf(' '));
		ProcessHandle engine = this.house.descendants()
			.filter((process) -> process.info().command().orElse("").endsWith("/" + program))
			.findFirst()
			.orElseThrow();
		engine.destroyForcibly();
		engine.onExit().join();
	}

	/**
	 * Where it answers.
	 * @return the address as {@code DOCKER_HOST} takes it
	 */
	public String address() {
		return "unix://" + this.folder.resolve("engine.sock");
	}

	/**
	 * Where it keeps what it knows.
	 */
	List<Path> records() {
		return List.of(this.folder.resolve("data/libpod"), this.folder.resolve("exec"));
	}

	/**
	 * All its containers, one a line.
	 */
	String containers() {
		return run("docker", "--host", address(), "ps", "--all", "--quiet", "--no-trunc");
	}

	private String run(String... words) {
		try {
			Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (!process.waitFor(180, TimeUnit.SECONDS) || process.exitValue() != 0) {
				throw new IllegalStateException(output + Files.readString(this.folder.resolve("log")));
			}
			return output;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.house.destroyForcibly().onExit().join();
		FileSystemUtils.deleteRecursively(this.folder);
	}

}
