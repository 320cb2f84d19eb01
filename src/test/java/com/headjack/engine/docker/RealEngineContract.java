package com.headjack.engine.docker;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.github.dockerjava.api.DockerClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerEngineContract;
import com.headjack.engine.ContainerState;
import com.headjack.engine.EngineException;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.engine.RuntimeName;
import com.headjack.engine.RuntimeOptions;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostUser;
import com.headjack.host.OperatingSystem;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an engine has to do that keeps containers apart from the host and from each other,
 * besides what every engine has to.
 */
@Tag("engine")
abstract class RealEngineContract extends ContainerEngineContract {

	private static final HostUser ROOT = new HostUser(0, 0);

	private final DockerConnection connection = new DockerConnection(
			() -> new EngineAddresses(host()).candidates(RuntimeName.AUTO),
			(address) -> new DockerClients(host()).client(address), Duration.ofSeconds(30));

	private final DockerContainerEngine engine = new DockerContainerEngine(this.connection,
			new ContainerProxies(host(Map.of())));

	/**
	 * The environment variables that tell where the engine is.
	 */
	abstract Map<String, String> variables();

	/**
	 * What is published of a container.
	 */
	String port() {
		return "127.0.0.1:0:80";
	}

	private HostEnvironment host() {
		return host(variables());
	}

	private static HostEnvironment host(Map<String, String> variables) {
		return new HostEnvironment(OperatingSystem.LINUX, Path.of("/nonexistent"), Path.of("/"), variables, Set.of());
	}

	@Override
	protected final ContainerEngine engine() {
		return this.engine;
	}

	final String inspect(String id) {
		return this.connection.call((DockerClient client) -> client.inspectContainerCmd(id).exec()).toString();
	}

	@Test
	void execRunsAsTheContainersUserUnlessAskedOtherwise() {
		assertThat(sh(shared(), "id -u; pwd").output()).isEqualTo("1000\n/tmp\n");
		assertThat(root(shared(), "id -u").output()).isEqualTo("0\n");
	}

	@Test
	void execLeavesNoVariableInTheContainersDescription() {
		ExecRequest request = ExecRequest.of(List.of("true")).with(Map.of("KEY", "CANARY"));
		assertThat(this.engine.exec(shared(), request).succeeded()).isTrue();
		assertThat(inspect(shared())).doesNotContain("CANARY");
	}

	@Test
	void execWhenItCannotStartDoesNotRepeatVariables() {
		ExecRequest request = new ExecRequest(List.of("true"), "no-such-user", Map.of("KEY", "CANARY"),
				Secret.of("CANARY"), ExecRequest.PATIENCE);
		assertThat(failure(request)).doesNotContain("CANARY");
	}

	/**
	 * How an engine tells that a program cannot be started.
	 */
	private String failure(ExecRequest request) {
		try {
			ExecResult result = this.engine.exec(shared(), request);
			assertThat(result.succeeded()).isFalse();
			assertThat(result.output() + result.errors()).contains("no-such-user");
			return result.output() + result.errors();
		}
		catch (EngineException ex) {
			StringWriter trace = new StringWriter();
			ex.printStackTrace(new PrintWriter(trace));
			return trace.toString();
		}
	}

	@Test
	void memoryBelongsToRootAndHoldsNoPrograms() {
		assertThat(sh(shared(), "stat -c '%a %u %g' /run/headjack").output()).isEqualTo("700 0 0\n");
		assertThat(sh(shared(), "grep ' /run/headjack ' /proc/mounts").output()).contains("tmpfs", "noexec", "nosuid",
				"nodev", "size=16384k");
		assertThat(root(shared(), "cp /bin/true /run/headjack/ && /run/headjack/true").code()).isEqualTo(126);
	}

	@Test
	void programsHaveNoCapabilitiesAndRootHasFew() {
		String root = running(spec("root", "0:0", RuntimeOptions.none()));
		ExecRequest read = ExecRequest.script("grep -E 'Cap(Eff|Bnd)' /proc/self/status", List.of());
		assertThat(this.engine.exec(root, read).output())
			.isEqualTo("CapEff:\t00000000000000eb\nCapBnd:\t00000000000000eb\n");
		assertThat(this.engine.exec(root, read.as(new HostUser(1000, 1000))).output())
			.isEqualTo("CapEff:\t0000000000000000\nCapBnd:\t00000000000000eb\n");
	}

	@Test
	void programsCannotGainPrivileges() {
		assertThat(sh(shared(), "grep NoNewPrivs /proc/self/status").output()).isEqualTo("NoNewPrivs:\t1\n");
	}

	@Test
	void processesAreLimitedAndReaped() {
		assertThat(sh(shared(), "cat /sys/fs/cgroup/pids.max 2>/dev/null || cat /sys/fs/cgroup/pids/pids.max").output())
			.isEqualTo("4096\n");
		assertThat(sh(shared(), "cat /proc/1/comm").output()).containsAnyOf("init", "catatonit");
	}

	@Test
	void unpauseLetsAPausedContainerGoOn() {
		String id = running("paused");
		this.engine.unpause(id);
		this.connection.call((DockerClient client) -> client.pauseContainerCmd(id).exec());
		assertThat(find("paused")).singleElement().satisfies((state) -> {
			assertThat(state.paused()).isTrue();
			assertThat(state.running()).isFalse();
		});
		this.engine.unpause(id);
		assertThat(sh(id, "echo on").output()).isEqualTo("on\n");
		assertThat(find("paused")).singleElement().matches(ContainerState::running);
	}

	@Test
	void memoryIsLimitedToLessThanTheMachineHas() {
		String file = "cat /sys/fs/cgroup/memory.max 2>/dev/null || cat /sys/fs/cgroup/memory/memory.limit_in_bytes";
		long limit = Long.parseLong(sh(shared(), file).output().strip());
		long total = Long.parseLong(sh(shared(), "awk '/MemTotal/ { print $2 }' /proc/meminfo").output().strip());
		assertThat(limit).isBetween(total << 9, (total << 10) - 1);
	}

	@Test
	void mountsThatAreReadOnlyStaySoWithinOthers(@TempDir Path folder) throws IOException {
		Path repository = Files.createDirectories(folder.resolve("repo"));
		Path hooks = Files.createDirectories(repository.resolve("hooks"));
		Files.writeString(repository.resolve("config"), "x");
		Files.setPosixFilePermissions(repository, PosixFilePermissions.fromString("rwxrwxrwx"));
		Files.setPosixFilePermissions(hooks, PosixFilePermissions.fromString("rwxrwxrwx"));
		String id = running("read-only", bind(repository.resolve("config"), true), bind(hooks, true),
				bind(repository, false));
		ExecRequest request = ExecRequest
			.script("cd \"$1\"; touch a && ! touch hooks/b && ! touch config", List.of(repository.toString()))
			.as(ROOT);
		ExecResult result = this.engine.exec(id, request);
		assertThat(result.code()).as(result.errors()).isZero();
	}

	@Test
	void optionsReachTheContainer() {
		String id = running(spec("all-options", "1000:1000",
				RuntimeOptions.parse(List.of("--memory=64m", "--cpus", "0.5", "--shm-size=1m", "--env", "NAME=a=b",
						"--add-host", "db:127.0.0.9", "--cap-add=CAP_NET_ADMIN", "--pids-limit=77", "--dns",
						"127.0.0.1", "-p", port(), "-v", "/usr/share:/share:ro", "--device=/dev/null:/dev/nil"))));
		assertThat(sh(id, """
				printf '%s\\n' "$NAME"
				grep -c 127.0.0.9 /etc/hosts
				cat /sys/fs/cgroup/pids.max 2>/dev/null || cat /sys/fs/cgroup/pids/pids.max
				df -k /dev/shm | awk 'NR == 2 { print $2 }'
				cat /etc/resolv.conf | grep nameserver
				test -c /dev/nil && test -d /share/doc && ! touch /share/x 2>/dev/null && echo mounted
				""").output()).isEqualTo("a=b\n1\n77\n1024\nnameserver 127.0.0.1\nmounted\n");
		assertThat(inspect(id)).contains("memory=67108864", "nanoCPUs=500000000", "NET_ADMIN");
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "host" })
	void networkIsTheOneAskedFor(String network) {
		String id = running(
				spec("network-" + network, "1000:1000", RuntimeOptions.parse(List.of("--network", network))));
		assertThat(inspect(id)).contains("networkMode=" + network);
	}

}
