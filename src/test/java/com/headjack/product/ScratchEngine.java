package com.headjack.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.util.FileSystemUtils;

/**
 * An engine with the agents' image and the one below it, whose storage, network and
 * processes are apart from all else on this machine and go with it.
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
	 * Docker with what administrators turn on. It maps the users of containers to numbers
	 * that own nothing on the host.
	 */
	private static final String HARDENED = " --userns-remap=remapped --no-new-privileges --icc=false --live-restore"
			+ " --userland-proxy=false --default-ulimit nofile=4096:8192 --default-ulimit core=-1:-1";

	/**
	 * Knows the user whose numbers the hardened engine gives to containers.
	 */
	private static final String WITH_REMAPPED = """
			mkdir /run/etc
			cp -a /etc/. /run/etc
			echo remapped:x:61234:61234::/:/bin/sh >>/run/etc/passwd
			echo remapped:x:61234: >>/run/etc/group
			echo remapped:200000:65536 | tee /run/etc/subuid >/run/etc/subgid
			mount --bind /run/etc /etc
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
	 * Sees an empty folder in the place of another one.
	 */
	private static final String BLIND = "mount -t tmpfs none \"$2\"\n";

	/**
	 * Starts an engine for each line, so that what the one before has left still runs.
	 */
	private static final String HOUSE = """
			mount -t tmpfs none /run
			mount -t tmpfs none /var/lib
			eval "$1"
			while read -r line; do
				sh -c "exec $line" </dev/null || :
			done
			""";

	private static final String DOCKER = "dockerd --data-root %1$s/data --exec-root %1$s/exec --pidfile %1$s/pid --host %2$s";

	private static final String PODMAN = "podman --root %1$s/data --runroot %1$s/exec system service --time=0 %2$s";

	private static final String LOAD = "docker save headjack/agent:latest debian:bookworm-slim | docker --host \"$0\" load";

	private final Path folder;

	private final String line;

	private final Process house;

	/**
	 * Starts the house.
	 * @param world changes what the engine finds; its arguments follow
	 */
	private ScratchEngine(Path folder, String line, String uid, String world, String hidden) throws IOException {
		this.folder = folder;
		this.line = line;
		ProcessBuilder builder = new ProcessBuilder("unshare", "--mount", "--net", "--pid", "--fork", "--kill-child",
				"--mount-proc", "sh", "-euc", HOUSE, uid, world, hidden);
		builder.environment().put("CONTAINERS_CONF", folder.resolve("containers.conf").toString());
		this.house = builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
	}

	static ScratchEngine docker() throws IOException {
		return started(0, DOCKER, "", "");
	}

	/**
	 * Docker with user namespaces and what else hardens it.
	 * @return the engine, to be closed by the caller
	 */
	public static ScratchEngine hardened() throws IOException {
		return started(0, DOCKER + HARDENED, WITH_REMAPPED, "");
	}

	/**
	 * Docker that sees another file system in the place of a folder: at first an empty
	 * one.
	 * @param hidden the folder
	 * @return the engine, to be closed by the caller
	 */
	static ScratchEngine blind(Path hidden) throws IOException {
		return started(0, DOCKER, BLIND, hidden.toString());
	}

	/**
	 * Podman, started by root.
	 * @return the engine, to be closed by the caller
	 */
	public static ScratchEngine podman() throws IOException {
		return started(0, PODMAN, "", "");
	}

	/**
	 * An engine that an ordinary user has started.
	 */
	static ScratchEngine rootlessPodman(int uid) throws IOException {
		return started(uid, "setpriv --reuid=" + uid + " --regid=" + uid
				+ " --clear-groups env HOME=%1$s XDG_RUNTIME_DIR=%1$s " + PODMAN, WITH_USER, "");
	}

	private static ScratchEngine started(int uid, String line, String world, String hidden) throws IOException {
		Path folder = Files.createTempDirectory("engine");
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
		Files.writeString(folder.resolve("containers.conf"), PODMAN_SETTINGS);
		Files.setAttribute(folder, "unix:uid", uid);
		ScratchEngine engine = new ScratchEngine(folder, line, String.valueOf(uid), world, hidden);
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
		ProcessHandle engine = process();
		engine.destroyForcibly();
		engine.onExit().join();
	}

	/**
	 * Makes the files and folders of the hidden folder where the engine sees another one,
	 * by their names alone.
	 * @param hidden the folder
	 */
	void imitate(Path hidden) {
		String copy = """
				find "$0" -mindepth 1 \\( -type d -printf 'd %p\\n' -o -type f -printf 'f %p\\n' \\) |
					nsenter --target "$1" --mount sh -c 'while read -r kind path; do
						if [ $kind = d ]; then mkdir -p "$path"; else : >"$path"; fi
					done'""";
		run("sh", "-euc", copy, hidden.toString(), String.valueOf(process().pid()));
	}

	private ProcessHandle process() {
		String program = this.line.substring(0, this.line.indexOf(' '));
		return this.house.descendants()
			.filter((process) -> process.info().command().orElse("").endsWith("/" + program))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * Lets another user reach it.
	 */
	void admit(OrdinaryUser user) throws IOException {
		user.own(this.folder.resolve("engine.sock"));
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
	 * Where Docker keeps the content of volumes.
	 */
	Path volumes() {
		return this.folder.resolve("data/volumes");
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
