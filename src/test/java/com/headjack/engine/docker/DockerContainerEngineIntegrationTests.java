package com.headjack.engine.docker;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import com.github.dockerjava.api.DockerClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.engine.ContainerConflictException;
import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.ContainerSpec;
import com.headjack.engine.ContainerState;
import com.headjack.engine.EngineException;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.engine.ExecStreams;
import com.headjack.engine.ImageNotFoundException;
import com.headjack.engine.Mount;
import com.headjack.engine.ReaderGoneException;
import com.headjack.engine.RuntimeOptions;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.host.HostUser;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("engine")
@TestInstance(Lifecycle.PER_CLASS)
class DockerContainerEngineIntegrationTests {

	private static final String IMAGE = "debian:bookworm-slim";

	private static final String LABEL = "com.headjack.test";

	private static final String RUN = UUID.randomUUID().toString();

	private static final Duration NOW = Duration.ZERO;

	private final HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, Path.of("/nonexistent"),
			Path.of("/"), System.getenv(), Set.of());

	private final DockerConnection connection = new DockerConnection(
			() -> new EngineAddresses(this.host).candidates("auto"), new DockerClients(this.host)::client,
			Duration.ofSeconds(30));

	private final DockerContainerEngine engine = new DockerContainerEngine(this.connection);

	private String shared = "";

	@BeforeAll
	void start() {
		this.shared = running("shared", RuntimeOptions.none(), new Mount.Memory("/run/headjack"));
	}

	@AfterAll
	void cleanUp() {
		this.engine.list(Map.of(LABEL, RUN)).forEach((container) -> this.engine.remove(container.id()));
		this.engine.close();
	}

	@Test
	void versionTellsNameAndAddress() {
		assertThat(this.engine.version().name()).isIn("docker", "podman");
		assertThat(this.engine.version().version()).matches("\\d+\\..*");
		assertThat(this.engine.version().address()).contains("://");
	}

	@Test
	void findImageFindsWhatIsThereAndNothingElse() {
		assertThat(this.engine.findImage(IMAGE))
			.hasValueSatisfying((image) -> assertThat(image.id()).startsWith("sha256:"));
		assertThat(this.engine.findImage("headjack/absent:none")).isEmpty();
	}

	@Test
	void pullWhenItCannotBeHadThrowsWithTheRemedy() {
		assertThatExceptionOfType(ImageNotFoundException.class)
			.isThrownBy(() -> this.engine.pull("localhost:1/headjack/absent"))
			.withMessageStartingWith("there is no image \"localhost:1/headjack/absent\": ")
			.satisfies((ex) -> assertThat(ex.remedy()).isPresent());
	}

	@Test
	void createWhenTheImageIsMissingThrows() {
		ContainerSpec spec = new ContainerSpec("absent-" + RUN, "headjack/agent:absent", "0:0", "/", List.of("true"),
				Map.of(), Map.of(LABEL, RUN), List.of(), RuntimeOptions.none());
		assertThatExceptionOfType(ImageNotFoundException.class).isThrownBy(() -> this.engine.create(spec))
			.satisfies((ex) -> assertThat(ex.remedy())
				.hasValueSatisfying((remedy) -> assertThat(remedy).contains("docker build -t headjack/agent .")));
	}

	@Test
	void createWhenTheNameIsTakenThrows() {
		this.engine.create(spec("taken", RuntimeOptions.none()));
		assertThatExceptionOfType(ContainerConflictException.class)
			.isThrownBy(() -> this.engine.create(spec("taken", RuntimeOptions.none())))
			.withMessageContaining("taken-" + RUN);
	}

	@Test
	void createWhenTheSourceOfAMountIsMissingThrowsAndDoesNotCreateIt(@TempDir Path folder) {
		Path source = folder.resolve("absent");
		assertThatExceptionOfType(EngineException.class)
			.isThrownBy(() -> this.engine.create(spec("sourceless", RuntimeOptions.none(), writable(source))))
			.withMessageContaining(source.toString());
		assertThat(source).doesNotExist();
	}

	@Test
	void lifeOfAContainer() {
		Instant before = Instant.now().minusSeconds(5);
		String id = this.engine.create(spec("life", RuntimeOptions.none()));
		assertThat(find(id).running()).isFalse();
		assertNotRunning(id);
		this.engine.start(id);
		this.engine.start(id);
		ContainerState state = find(id);
		assertThat(state.running()).isTrue();
		assertThat(state.name()).isEqualTo("life-" + RUN);
		assertThat(state.image()).isEqualTo(IMAGE);
		assertThat(state.created()).isBetween(before, Instant.now().plusSeconds(5));
		assertThat(state.labels()).containsEntry(LABEL, RUN);
		this.engine.stop(id, NOW);
		this.engine.stop(id, NOW);
		assertThat(find(id).running()).isFalse();
		assertNotRunning(id);
		this.engine.remove(id);
		this.engine.remove(id);
		assertThat(this.engine.list(Map.of(LABEL, RUN))).noneMatch((container) -> container.id().equals(id));
		assertNotRunning(id);
		assertThatExceptionOfType(ContainerNotRunningException.class).isThrownBy(() -> this.engine.start(id));
		assertThatExceptionOfType(ContainerNotRunningException.class).isThrownBy(() -> this.engine.stop(id, NOW));
	}

	@Test
	void removeTakesARunningContainer() {
		String id = running("doomed", RuntimeOptions.none());
		this.engine.remove(id);
		assertNotRunning(id);
	}

	@Test
	void listFiltersByAllLabels() {
		assertThat(this.engine.list(Map.of(LABEL, RUN, "com.headjack.test.name", "shared"))).singleElement()
			.satisfies((container) -> assertThat(container.id()).isEqualTo(this.shared));
		assertThat(this.engine.list(Map.of(LABEL, "")))
			.anySatisfy((container) -> assertThat(container.id()).isEqualTo(this.shared));
		assertThat(this.engine.list(Map.of(LABEL, "another"))).isEmpty();
	}

	@Test
	void listOfManyGivesAll() {
		List<ContainerSpec> specs = IntStream.range(0, 50)
			.mapToObj((index) -> spec("many-" + index, RuntimeOptions.none()))
			.toList();
		specs.forEach(this.engine::create);
		assertThat(this.engine.list(Map.of(LABEL, RUN))).hasSizeGreaterThanOrEqualTo(50);
	}

	@Test
	void execGivesOutputErrorsAndCode() {
		ExecResult result = this.engine.exec(this.shared,
				ExecRequest.script("printf 'ä%s' \"$1\"; echo no >&2; exit 7", List.of("b c")));
		assertThat(result.code()).isEqualTo(7);
		assertThat(result.output()).isEqualTo("äb c");
		assertThat(result.errors()).isEqualTo("no\n");
	}

	@Test
	void execRunsAsTheContainersUserUnlessAskedOtherwise() {
		assertThat(sh("id -u; pwd").output()).isEqualTo("1000\n/tmp\n");
		assertThat(this.engine.exec(this.shared, ExecRequest.of(List.of("id", "-u")).as(new HostUser(0, 0))).output())
			.isEqualTo("0\n");
	}

	@Test
	void execWhenTheProgramIsMissingGivesTheEnginesCode() {
		assertThat(this.engine.exec(this.shared, ExecRequest.of(List.of("no-such-program"))).code()).isIn(126, 127);
		assertThat(this.engine.exec(this.shared, ExecRequest.of(List.of("/etc/passwd"))).code()).isEqualTo(126);
	}

	@Test
	void execHasItsVariablesAndTheContainerDoesNot() {
		ExecRequest request = ExecRequest.script("printf %s \"$KEY\"", List.of())
			.with(Map.of("KEY", "CANARY=with \"quotes\"\nand ä"));
		assertThat(this.engine.exec(this.shared, request).output()).isEqualTo("CANARY=with \"quotes\"\nand ä");
		assertThat(sh("printf %s \"$KEY\"").output()).isEmpty();
		assertThat(inspect(this.shared)).doesNotContain("CANARY");
	}

	@Test
	void execWhenItCannotStartDoesNotRepeatVariables() {
		ExecRequest request = new ExecRequest(List.of("true"), "no-such-user", Map.of("KEY", "CANARY"),
				Secret.of("CANARY"));
		ExecResult result = this.engine.exec(this.shared, request);
		assertThat(result.succeeded()).isFalse();
		assertThat(result.output() + result.errors()).contains("no-such-user").doesNotContain("CANARY");
	}

	@Test
	void execReadsALongLine() {
		String line = "0123456789abcde\\".repeat(65536);
		ExecResult result = this.engine.exec(this.shared,
				ExecRequest.script("IFS= read -r line; printf %s \"$line\" | cksum", List.of())
					.reading(Secret.of(line + "\n")));
		String expected = this.engine
			.exec(this.shared,
					ExecRequest.script("yes '0123456789abcde\\' | head -n 65536 | tr -d '\\n' | cksum", List.of()))
			.output();
		assertThat(result.output()).isEqualTo(expected).endsWith(" 1048576\n");
	}

	@Test
	void execWhenTheProgramReadsNothingEndsQuietly() {
		PrintedErrors printed = PrintedErrors.capture();
		try (printed) {
			assertThat(this.engine
				.exec(this.shared, ExecRequest.of(List.of("true")).reading(Secret.of("x".repeat(4 << 20))))
				.code()).isZero();
		}
		assertThat(printed.text()).isEmpty();
	}

	@Test
	void execWithoutInputSeesItsEnd() {
		assertThat(sh("cat").output()).isEmpty();
	}

	@Test
	void execKeepsTheFirstSixteenMebibytes() {
		assertThat(sh("head -c 20000000 /dev/zero | tr '\\0' x").output()).hasSize(16 << 20);
	}

	@Test
	void streamPassesBytesOnAsTheyAre() {
		byte[] expected = new byte[5 << 20];
		IntStream.range(0, expected.length).forEach((index) -> expected[index] = (byte) (index >> 8 ^ index));
		Path file = write(expected);
		String id = running("bytes", RuntimeOptions.none(), new Mount.Bind(file, "/bytes", true));
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		int code = this.engine.stream(id, ExecRequest.script("cat /bytes; exit 3", List.of()),
				ExecStreams.of(output, OutputStream.nullOutputStream()));
		assertThat(code).isEqualTo(3);
		assertThat(output.toByteArray()).isEqualTo(expected);
	}

	@Test
	void streamPassesOutputOnAsItComes() {
		List<Instant> arrivals = new ArrayList<>();
		OutputStream output = new OutputStream() {

			@Override
			public void write(int value) {
				arrivals.add(Instant.now());
			}

		};
		this.engine.stream(this.shared, ExecRequest.script("printf a; sleep 5; printf b", List.of()),
				ExecStreams.of(output, output));
		assertThat(arrivals).hasSize(2);
		assertThat(Duration.between(arrivals.getFirst(), arrivals.getLast())).isGreaterThan(Duration.ofSeconds(1));
	}

	@Test
	void streamWhenTheOutputIsClosedThrows() {
		OutputStream closed = new OutputStream() {

			@Override
			public void write(int value) throws IOException {
				throw new IOException("closed");
			}

		};
		assertThatExceptionOfType(ReaderGoneException.class).isThrownBy(
				() -> this.engine.stream(this.shared, ExecRequest.of(List.of("yes")), ExecStreams.of(closed, closed)));
	}

	@Test
	void streamWhenTheContainerStopsEnds() throws InterruptedException {
		String id = running("stopped", RuntimeOptions.none());
		Thread stopper = Thread.ofVirtual().start(() -> {
			while (!this.engine.exec(id, ExecRequest.script("test -e /tmp/here", List.of())).succeeded()) {
				LockSupport.parkNanos(50_000_000);
			}
			this.engine.stop(id, NOW);
		});
		ExecRequest request = ExecRequest.script("touch /tmp/here; exec sleep 600", List.of());
		try {
			assertThat(this.engine.stream(id, request,
					ExecStreams.of(OutputStream.nullOutputStream(), OutputStream.nullOutputStream())))
				.isNotZero();
		}
		catch (ContainerNotRunningException _) {
			// as good an answer
		}
		stopper.join();
	}

	@Test
	void streamWhenInterruptedEndsAndKeepsTheInterrupt() throws InterruptedException {
		List<Throwable> failures = new ArrayList<>();
		Thread waiting = Thread.ofPlatform().start(() -> {
			try {
				this.engine.exec(this.shared, ExecRequest.of(List.of("sleep", "600")));
			}
			catch (EngineException ex) {
				failures.add(Thread.currentThread().isInterrupted() ? ex : new AssertionError(ex));
			}
		});
		Thread.sleep(500);
		waiting.interrupt();
		waiting.join(Duration.ofSeconds(10));
		assertThat(failures).singleElement().isInstanceOf(EngineException.class);
	}

	@Test
	void memoryBelongsToRootAndHoldsNoPrograms() {
		assertThat(sh("stat -c '%a %u %g' /run/headjack").output()).isEqualTo("700 0 0\n");
		assertThat(sh("grep ' /run/headjack ' /proc/mounts").output()).contains("tmpfs", "noexec", "nosuid", "nodev",
				"size=16384k");
		ExecRequest program = ExecRequest.script("cp /bin/true /run/headjack/ && /run/headjack/true", List.of())
			.as(new HostUser(0, 0));
		assertThat(this.engine.exec(this.shared, program).code()).isEqualTo(126);
	}

	@Test
	void programsHaveNoCapabilitiesAndRootHasFew() {
		String root = running(spec("root", "0:0", RuntimeOptions.none()));
		ExecRequest read = ExecRequest.script("grep -E 'Cap(Eff|Bnd)' /proc/self/status", List.of());
		assertThat(this.engine.exec(root, read).output())
			.isEqualTo("CapEff:\t00000000000000eb\nCapBnd:\t00000000000000eb\n");
		assertThat(this.engine.exec(root, new ExecRequest(read.command(), "1000:1000", Map.of(), null)).output())
			.isEqualTo("CapEff:\t0000000000000000\nCapBnd:\t00000000000000eb\n");
	}

	@Test
	void programsCannotGainPrivileges() {
		assertThat(sh("grep NoNewPrivs /proc/self/status").output()).isEqualTo("NoNewPrivs:\t1\n");
	}

	@Test
	void processesAreLimitedAndReaped() {
		assertThat(sh("cat /sys/fs/cgroup/pids.max 2>/dev/null || cat /sys/fs/cgroup/pids/pids.max").output())
			.isEqualTo("4096\n");
		assertThat(sh("cat /proc/1/comm").output()).containsAnyOf("init", "catatonit");
	}

	@Test
	void theEngineKeepsNoOutputAndOpensNoPort() {
		assertThat(inspect(this.shared)).contains("type=none").contains("networkMode=default");
	}

	@Test
	void mountsNestWhateverTheirOrder(@TempDir Path folder) throws IOException {
		Path repository = Files.createDirectories(folder.resolve("repo"));
		Path hooks = Files.createDirectories(repository.resolve("hooks"));
		Files.writeString(repository.resolve("config"), "x");
		Files.setPosixFilePermissions(repository, PosixFilePermissions.fromString("rwxrwxrwx"));
		Files.setPosixFilePermissions(hooks, PosixFilePermissions.fromString("rwxrwxrwx"));
		String id = running("nested", RuntimeOptions.none(), readOnly(repository.resolve("config")), readOnly(hooks),
				writable(repository));
		ExecResult result = this.engine.exec(id,
				ExecRequest
					.script("cd \"$1\"; touch a && ! touch hooks/b && ! touch config", List.of(repository.toString()))
					.as(new HostUser(0, 0)));
		assertThat(result.code()).as(result.errors()).isZero();
		assertThat(repository.resolve("a")).exists();
	}

	@Test
	void optionsReachTheContainer() {
		String id = running("options",
				RuntimeOptions
					.parse(List.of("--memory=64m", "--cpus", "0.5", "--shm-size=1m", "--env", "NAME=a=b", "--add-host",
							"db:127.0.0.9", "--cap-add=CAP_NET_ADMIN", "--pids-limit=77", "--dns", "127.0.0.1", "-p",
							"127.0.0.1:0:80", "-v", "/usr/share:/share:ro", "--device=/dev/null:/dev/nil")));
		assertThat(this.engine.exec(id, ExecRequest.script("""
				printf '%s\\n' "$NAME"
				grep -c 127.0.0.9 /etc/hosts
				cat /sys/fs/cgroup/pids.max 2>/dev/null || cat /sys/fs/cgroup/pids/pids.max
				df -k /dev/shm | awk 'NR == 2 { print $2 }'
				cat /etc/resolv.conf | grep nameserver
				test -c /dev/nil && test -d /share/doc && ! touch /share/x 2>/dev/null && echo mounted
				""", List.of())).output()).isEqualTo("a=b\n1\n77\n1024\nnameserver 127.0.0.1\nmounted\n");
		assertThat(inspect(id)).contains("memory=67108864", "nanoCPUs=500000000", "NET_ADMIN");
	}

	@ParameterizedTest
	@ValueSource(strings = { "none", "host" })
	void networkIsTheOneAskedFor(String network) {
		String id = running("network-" + network, RuntimeOptions.parse(List.of("--network", network)));
		assertThat(inspect(id)).contains("networkMode=" + network);
	}

	private void assertNotRunning(String id) {
		assertThatExceptionOfType(ContainerNotRunningException.class)
			.isThrownBy(() -> this.engine.exec(id, ExecRequest.of(List.of("true"))));
	}

	private ContainerState find(String id) {
		return this.engine.list(Map.of(LABEL, RUN))
			.stream()
			.filter((container) -> container.id().equals(id))
			.findFirst()
			.orElseThrow();
	}

	private ExecResult sh(String script) {
		return this.engine.exec(this.shared, ExecRequest.script(script, List.of()));
	}

	private String inspect(String id) {
		return this.connection.call((DockerClient client) -> client.inspectContainerCmd(id).exec()).toString();
	}

	private String running(String name, RuntimeOptions options, Mount... mounts) {
		return running(spec(name, options, mounts));
	}

	private String running(ContainerSpec spec) {
		String id = this.engine.create(spec);
		this.engine.start(id);
		return id;
	}

	private static ContainerSpec spec(String name, RuntimeOptions options, Mount... mounts) {
		return spec(name, "1000:1000", options, mounts);
	}

	private static ContainerSpec spec(String name, String user, RuntimeOptions options, Mount... mounts) {
		return new ContainerSpec(name + "-" + RUN, IMAGE, user, "/tmp", List.of("sleep", "infinity"), Map.of(),
				Map.of(LABEL, RUN, "com.headjack.test.name", name), Arrays.asList(mounts), options);
	}

	private static Mount writable(Path path) {
		return new Mount.Bind(path, path.toString(), false);
	}

	private static Mount readOnly(Path path) {
		return new Mount.Bind(path, path.toString(), true);
	}

	private static Path write(byte[] bytes) {
		try {
			Path file = Files.createTempFile("headjack", ".bytes");
			file.toFile().deleteOnExit();
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
			return Files.write(file, bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
