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
final class ScratchEngine implements AutoCloseable {

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
	 * Starts an engine for each line, so that what the one before has left still runs.
	 */
	private static final String HOUSE = """
			mount -t tmpfs none /run
			mount -t tmpfs none /var/lib
			while read -r line; do
				sh -c "exec $line" </dev/null || :
			done
			""";

	private static final String LOAD = "docker save headjack/agent:latest | docker --host \"$0\" load";

	private final Path folder;

	private final String line;

	private final Process house;

	private ScratchEngine(Path folder, String line) throws IOException {
		this.folder = folder;
		this.line = line;
		ProcessBuilder builder = new ProcessBuilder("unshare", "--mount", "--net", "--pid", "--fork", "--kill-child",
				"--mount-proc", "sh", "-euc", HOUSE);
		builder.environment().put("CONTAINERS_CONF", folder.resolve("containers.conf").toString());
		this.house = builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
	}

	static ScratchEngine docker() throws IOException {
		return started("dockerd --data-root %1$s/data --exec-root %1$s/exec --pidfile %1$s/pid --host %2$s");
	}

	static ScratchEngine podman() throws IOException {
		return started("podman --root %1$s/data --runroot %1$s/exec system service --time=0 %2$s");
	}

	private static ScratchEngine started(String line) throws IOException {
		Path folder = Files.createTempDirectory("engine");
		Files.writeString(folder.resolve("containers.conf"), PODMAN_SETTINGS);
		ScratchEngine engine = new ScratchEngine(folder, line);
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

	String address() {
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
