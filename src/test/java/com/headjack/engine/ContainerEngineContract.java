package com.headjack.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.host.HostUser;
import com.headjack.secret.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What every engine has to do.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
public abstract class ContainerEngineContract {

	/**
	 * The label of all containers of a run.
	 */
	protected static final String LABEL = "com.headjack.test";

	private static final String NAME = "com.headjack.test.name";

	private static final Duration NOW = Duration.ZERO;

	private static final HostUser ROOT = new HostUser(0, 0);

	private static final List<String> ENDLESS = List.of("sleep", "infinity");

	private final String run = UUID.randomUUID().toString();

	private String shared = "";

	/**
	 * The engine under test, which may hold containers of others.
	 */
	protected abstract ContainerEngine engine();

	/**
	 * An image that it has, with what a small Linux system has.
	 */
	protected abstract String image();

	/**
	 * Ends what was started for the tests.
	 */
	protected void release() throws IOException {
	}

	/**
	 * Labels a container that is removed at the end.
	 */
	protected final Map<String, String> labels() {
		return Map.of(LABEL, this.run);
	}

	@BeforeAll
	final void startShared() {
		this.shared = running("shared", new Mount.Memory("/run/headjack"));
	}

	@AfterAll
	final void cleanUp() throws IOException {
		engine().list(Map.of(LABEL, this.run)).forEach((container) -> engine().remove(container.id()));
		engine().close();
		release();
	}

	@Test
	void versionTellsNameAndAddress() {
		assertThat(engine().version().name()).isIn("docker", "podman");
		assertThat(engine().version().version()).matches("\\d+\\..*");
		assertThat(engine().version().address()).contains("://");
	}

	@Test
	void findImageFindsWhatIsThereAndNothingElse() {
		assertThat(engine().findImage(image()))
			.hasValueSatisfying((found) -> assertThat(found.id()).startsWith("sha256:"));
		assertThat(engine().findImage("headjack/absent:none")).isEmpty();
	}

	@Test
	void deadProxiesWhenNoneIsConfiguredIsEmpty() {
		assertThat(engine().deadProxies(RuntimeOptions.none())).isEmpty();
	}

	@Test
	void aMountShowsWhatIsWrittenOutsideAndGivesBackWhatIsDoneInside(@TempDir Path folder) {
		ContainerSpec spec = new ContainerSpec("proof-" + this.run, image(), "0:0", "/", ENDLESS, Map.of(),
				Map.of(LABEL, this.run), List.of(new Mount.Bind(folder, "/srv/seen", false)), RuntimeOptions.none());
		String id = engine().create(spec);
		engine().start(id);
		try (MountProof proof = MountProof.in(List.of(folder))) {
			assertThat(folder).isNotEmptyDirectory();
			ExecResult result = engine().exec(id, ExecRequest.script(MountProof.SCRIPT + "echo \"$@\"",
					Stream.concat(proof.arguments(List.of("/srv/seen")).stream(), Stream.of("a", "b")).toList()));
			proof.require(engine(), result);
			assertThat(result.output()).isEqualTo("a b\n");
			assertThat(folder).isEmptyDirectory();
		}
		try (MountProof proof = MountProof.in(List.of(folder))) {
			ExecResult result = engine().exec(id,
					ExecRequest.script(MountProof.SCRIPT, proof.arguments(List.of("/srv/seen", "/srv"))));
			assertThatExceptionOfType(EngineUnavailableException.class)
				.isThrownBy(() -> proof.require(engine(), result))
				.withMessageContaining("does not see this machine's files");
		}
		assertThat(folder).isEmptyDirectory();
	}

	@Test
	void pullWhenItCannotBeHadThrowsWithTheRemedy() {
		assertThatExceptionOfType(ImageNotFoundException.class)
			.isThrownBy(() -> engine().pull("localhost:1/headjack/absent"))
			.withMessageStartingWith("there is no image \"localhost:1/headjack/absent\": ")
			.satisfies((ex) -> assertThat(ex.remedy()).isPresent());
	}

	@Test
	void createWhenTheImageIsMissingThrowsWithTheRemedy() {
		ContainerSpec spec = new ContainerSpec("absent-" + this.run, "headjack/agent:absent", "0:0", "/",
				List.of("true"), Map.of(), Map.of(LABEL, this.run), List.of(), RuntimeOptions.none());
		assertThatExceptionOfType(ImageNotFoundException.class).isThrownBy(() -> engine().create(spec))
			.satisfies((ex) -> assertThat(ex.remedy()).isPresent());
		assertThat(find("absent")).isEmpty();
	}

	@Test
	void createWhenTheNameIsTakenThrows() {
		String id = engine().create(spec("taken"));
		assertThatExceptionOfType(ContainerConflictException.class).isThrownBy(() -> engine().create(spec("taken")))
			.withMessageContaining("taken-" + this.run);
		assertThat(find("taken")).extracting(ContainerState::id).containsExactly(id);
	}

	@Test
	void createAtTheSameTimeGivesANameOnce() {
		List<CompletableFuture<String>> calls = IntStream.range(0, 4)
			.mapToObj((_) -> async(() -> engine().create(spec("raced"))))
			.toList();
		assertThat(calls.stream().filter((call) -> call.handle((_, ex) -> ex == null).join())).hasSize(1);
		assertThat(find("raced")).hasSize(1);
	}

	@Test
	void createWhenTheNameIsFreeAgainTakesIt() {
		engine().remove(engine().create(spec("freed")));
		engine().create(spec("freed"));
		assertThat(find("freed")).hasSize(1);
	}

	@Test
	void lifeOfAContainer() {
		Instant before = Instant.now().minusSeconds(5);
		String id = engine().create(spec("life"));
		assertThat(state("life").running()).isFalse();
		assertNotRunning(id);
		engine().start(id);
		engine().start(id);
		ContainerState state = state("life");
		assertThat(state.id()).isEqualTo(id);
		assertThat(state.running()).isTrue();
		assertThat(state.name()).isEqualTo("life-" + this.run);
		assertThat(state.image()).isEqualTo(image());
		assertThat(state.created()).isBetween(before, Instant.now().plusSeconds(5));
		assertThat(state.labels()).containsEntry(LABEL, this.run);
		engine().stop(id, NOW);
		engine().stop(id, NOW);
		assertThat(state("life").running()).isFalse();
		assertNotRunning(id);
		engine().remove(id);
		engine().remove(id);
		assertThat(find("life")).isEmpty();
		assertNotRunning(id);
		assertThatExceptionOfType(ContainerNotRunningException.class).isThrownBy(() -> engine().start(id));
		assertThatExceptionOfType(ContainerNotRunningException.class).isThrownBy(() -> engine().stop(id, NOW));
	}

	@Test
	void aNameIsAsGoodAsAnId() {
		engine().create(spec("by-name"));
		String name = "by-name-" + this.run;
		engine().start(name);
		assertThat(engine().exec(name, ExecRequest.of(List.of("true"))).code()).isZero();
		engine().stop(name, NOW);
		assertThat(state("by-name").running()).isFalse();
		engine().remove(name);
		assertThat(find("by-name")).isEmpty();
	}

	@Test
	void aContainerWhoseMainProgramIsMissingDoesNotRun() {
		String id = engine().create(spec("programless", List.of("/no/such/program"), Map.of()));
		try {
			engine().start(id);
		}
		catch (EngineException _) {
			// Some engines tell it at once.
		}
		await(() -> !state("programless").running());
		assertNotRunning(id);
	}

	@Test
	void startRunsTheMainProgramWithItsArguments() {
		String id = running(spec("main",
				List.of("sh", "-c", "echo \"$1\" >/tmp/main; exec sleep infinity", "sh", "a  b"), Map.of()));
		await(() -> sh(id, "cat /tmp/main").output().equals("a  b\n"));
	}

	@Test
	void aContainerWhoseMainProgramHasEndedDoesNotRun() {
		String id = running(spec("ended", List.of("true"), Map.of()));
		await(() -> !state("ended").running());
		assertNotRunning(id);
	}

	@Test
	void aMainProgramThatEndsTakesTheOthersWithIt() {
		String id = running(spec("leader", List.of("sh", "-c", "until [ -e /tmp/end ]; do sleep 0.1; done"), Map.of()));
		int code = run(id, "touch /tmp/end; exec sleep 600");
		assertThat(code).isNotZero();
		await(() -> !state("leader").running());
	}

	@Test
	void stopKeepsFilesButNotMemory() {
		String id = running("restarted", new Mount.Memory("/run/headjack"));
		assertThat(root(id, "echo memory >/run/headjack/file; echo disk >/tmp/file").code()).isZero();
		engine().stop(id, NOW);
		engine().start(id);
		assertThat(root(id, "cat /tmp/file; ls -A /run/headjack").output()).isEqualTo("disk\n");
	}

	@Test
	void stopGivesTheMainProgramTimeToSave() {
		String save = "trap 'sleep 1; echo saved >/tmp/saved; exit' TERM; echo >/tmp/ready; "
				+ "while :; do sleep 0.1; done";
		String id = running(spec("saving", List.of("sh", "-c", save), Map.of()));
		await(() -> sh(id, "test -e /tmp/ready").succeeded());
		engine().stop(id, Duration.ofSeconds(20));
		engine().start(id);
		assertThat(sh(id, "cat /tmp/saved").output()).isEqualTo("saved\n");
	}

	@Test
	void stopEndsWhatDoesNotEndByItself() {
		String id = running(
				spec("stubborn", List.of("sh", "-c", "trap '' TERM HUP; while :; do sleep 0.1; done"), Map.of()));
		Instant before = Instant.now();
		engine().stop(id, Duration.ofSeconds(1));
		assertThat(state("stubborn").running()).isFalse();
		assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(60));
	}

	@Test
	void removeTakesARunningContainer() {
		String id = running("doomed");
		engine().remove(id);
		assertNotRunning(id);
		assertThat(find("doomed")).isEmpty();
	}

	@Test
	void listFiltersByAllLabels() {
		assertThat(engine().list(Map.of(LABEL, this.run, NAME, "shared"))).singleElement()
			.satisfies((container) -> assertThat(container.id()).isEqualTo(this.shared));
		assertThat(engine().list(Map.of(LABEL, "")))
			.anySatisfy((container) -> assertThat(container.id()).isEqualTo(this.shared));
		assertThat(engine().list(Map.of(LABEL, "another"))).isEmpty();
		assertThat(engine().list(Map.of(LABEL, this.run, "com.headjack.test.none", ""))).isEmpty();
	}

	@Test
	void listTellsLabelsAsTheyWereGiven() {
		String value = "feat/ä=b, \"c\" {d} \\e";
		engine().create(new ContainerSpec("labelled-" + this.run, image(), "1000:1000", "/tmp", ENDLESS, Map.of(),
				Map.of(LABEL, this.run, NAME, value), List.of(), RuntimeOptions.none()));
		assertThat(engine().list(Map.of(LABEL, this.run, NAME, value))).singleElement()
			.satisfies((container) -> assertThat(container.labels()).containsEntry(NAME, value));
	}

	@Test
	void listOfManyGivesAll() {
		IntStream.range(0, 50).forEach((index) -> engine().create(spec("many-" + index)));
		assertThat(engine().list(Map.of(LABEL, this.run))).hasSizeGreaterThanOrEqualTo(50);
	}

	@Test
	void execGivesOutputErrorsAndCode() {
		ExecResult result = engine().exec(this.shared,
				ExecRequest.script("printf 'ä%s' \"$1\"; echo no >&2; exit 7", List.of("b c")));
		assertThat(result.code()).isEqualTo(7);
		assertThat(result.output()).isEqualTo("äb c");
		assertThat(result.errors()).isEqualTo("no\n");
	}

	@Test
	void execPassesWordsAsTheyAre() {
		List<String> words = List.of("", " a  b ", "it's", "\"$HOME\" `x` $(y)", "line\nbreak\\n", "*", "-n", "ü€😀");
		ExecResult result = engine().exec(this.shared,
				ExecRequest.script("for word; do printf '%s\\0' \"$word\"; done", words));
		assertThat(result.output()).isEqualTo(String.join("\0", words) + "\0");
	}

	@Test
	void execWhenTheProgramIsMissingGivesTheEnginesCode() {
		assertThat(engine().exec(this.shared, ExecRequest.of(List.of("no-such-program"))).code()).isIn(126, 127);
		assertThat(engine().exec(this.shared, ExecRequest.of(List.of("/etc/passwd"))).code()).isEqualTo(126);
	}

	@Test
	void execHasItsVariablesAndTheContainerDoesNot() {
		ExecRequest request = ExecRequest.script("printf %s \"$KEY\"", List.of())
			.with(Map.of("KEY", "CANARY=with \"quotes\"\nand ä"));
		assertThat(engine().exec(this.shared, request).output()).isEqualTo("CANARY=with \"quotes\"\nand ä");
		assertThat(sh(this.shared, "printf %s \"$KEY\"").output()).isEmpty();
	}

	@Test
	void execHasTheContainersVariablesButForItsOwn() {
		String id = running(spec("variables", ENDLESS, Map.of("FIRST", "a=b", "SECOND", "ä 'c'")));
		ExecRequest request = ExecRequest.script("printf '%s,' \"$FIRST\" \"$SECOND\"", List.of());
		assertThat(engine().exec(id, request).output()).isEqualTo("a=b,ä 'c',");
		assertThat(engine().exec(id, request.with(Map.of("SECOND", "d"))).output()).isEqualTo("a=b,d,");
	}

	@Test
	void execStartsInTheContainersFolder() {
		assertThat(sh(this.shared, "test \"$(pwd)\" = /tmp").code()).isZero();
	}

	@Test
	void execSeesWhatAnotherOneLeftInThisContainerAlone() {
		String id = running("apart");
		sh(id, "echo here >/tmp/left");
		assertThat(sh(id, "cat /tmp/left").output()).isEqualTo("here\n");
		assertThat(sh(this.shared, "cat /tmp/left").succeeded()).isFalse();
	}

	@Test
	void execReadsALongLine() {
		String line = "0123456789abcde\\".repeat(65536);
		ExecResult result = engine().exec(this.shared,
				ExecRequest.script("IFS= read -r line; printf %s \"$line\" | cksum", List.of())
					.reading(Secret.of(line + "\n")));
		String expected = sh(this.shared, "yes '0123456789abcde\\' | head -n 65536 | tr -d '\\n' | cksum").output();
		assertThat(result.output()).isEqualTo(expected).endsWith(" 1048576\n");
	}

	@Test
	void execWhenTheProgramReadsNothingEndsQuietly() {
		PrintedErrors printed = PrintedErrors.capture();
		try (printed) {
			assertThat(
					engine().exec(this.shared, ExecRequest.of(List.of("true")).reading(Secret.of("x".repeat(4 << 20))))
						.code())
				.isZero();
		}
		assertThat(printed.text()).isEmpty();
	}

	@Test
	void execWithoutInputSeesItsEnd() {
		assertThat(sh(this.shared, "cat").output()).isEmpty();
	}

	@Test
	void execKeepsTheFirstSixteenMebibytes() {
		assertThat(sh(this.shared, "head -c 20000000 /dev/zero | tr '\\0' x").output()).hasSize(16 << 20);
	}

	@Test
	void execBothGivesTheSecondWhatTheFirstFound() {
		ExecRequest first = ExecRequest.script("printf 'a\\nb'; echo first >&2; cat; exit 3", List.of())
			.as(new HostUser(1234, 1234))
			.with(Map.of("SAMPLE", "x"));
		ExecResult result = engine().execBoth(this.shared, first, (found) -> {
			assertThat(found).isEqualTo(new ExecResult(3, "a\nb", "first\n"));
			return ExecRequest.script("cat; printf %s \"$SAMPLE\n$1\"; echo second >&2", List.of("it's\n\n$a \\"))
				.reading(Secret.of("CANARY\n"))
				.as(new HostUser(1234, 1234))
				.with(Map.of("SAMPLE", "x"));
		});
		assertThat(result).isEqualTo(new ExecResult(0, "CANARY\nx\nit's\n\n$a \\", "second\n"));
	}

	@Test
	void execBothWhenTheSecondFailsGivesItsCodeAndItsErrors() {
		ExecResult result = engine().execBoth(this.shared, ExecRequest.script("echo first >&2", List.of()),
				(_) -> ExecRequest.script("echo out; echo no >&2; exit 75", List.of()));
		assertThat(result).isEqualTo(new ExecResult(75, "out\n", "no\n"));
	}

	@Test
	void execBothWhenThereIsNoSecondPassesTheFailureOn() {
		assertThatExceptionOfType(EngineException.class)
			.isThrownBy(() -> engine().execBoth(this.shared, ExecRequest.of(List.of("true")), (_) -> {
				throw new EngineException("not so", null, null);
			}))
			.withMessage("not so");
	}

	@Test
	void execBothWhenOneDoesNotEndInTimeSaysSo() {
		ExecRequest endless = ExecRequest.of(List.of("sleep", "30")).within(Duration.ofSeconds(1));
		ExecRequest quick = ExecRequest.of(List.of("true"));
		assertThatExceptionOfType(ContainerUnresponsiveException.class)
			.isThrownBy(() -> engine().execBoth(this.shared, endless, (_) -> quick));
		assertThatExceptionOfType(ContainerUnresponsiveException.class)
			.isThrownBy(() -> engine().execBoth(this.shared, quick, (_) -> endless));
	}

	@Test
	void execRunsManyAtATime() {
		List<CompletableFuture<String>> calls = IntStream.range(0, 6)
			.mapToObj((index) -> async(() -> sh(this.shared, "sleep 0.3; echo " + index).output()))
			.toList();
		assertThat(calls.stream().map(CompletableFuture::join)).containsExactly("0\n", "1\n", "2\n", "3\n", "4\n",
				"5\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "exec sleep 600", "exec yes" })
	void execWhenTheProgramDoesNotEndInTimeSaysSo(String script) {
		ExecRequest request = ExecRequest.script(script, List.of()).within(Duration.ofMillis(500));
		assertThatExceptionOfType(ContainerUnresponsiveException.class)
			.isThrownBy(() -> engine().exec(this.shared, request))
			.withMessageContaining(" did not run ");
	}

	@Test
	void execWhenInterruptedEndsAndKeepsTheInterrupt() throws InterruptedException {
		List<Throwable> failures = new ArrayList<>();
		Thread waiting = Thread.ofPlatform().start(() -> {
			try {
				engine().exec(this.shared, ExecRequest.of(List.of("sleep", "600")));
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
	void streamPassesBytesOnAsTheyAre(@TempDir Path folder) throws IOException {
		byte[] expected = new byte[5 << 20];
		IntStream.range(0, expected.length).forEach((index) -> expected[index] = (byte) (index >> 8 ^ index));
		Path file = Files.write(open(folder).resolve("bytes"), expected);
		String id = running("bytes", new Mount.Bind(file, "/bytes", true));
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		int code = engine().stream(id, ExecRequest.script("cat /bytes; exit 3", List.of()),
				ExecStreams.of(output, OutputStream.nullOutputStream()));
		assertThat(code).isEqualTo(3);
		assertThat(output.toByteArray()).isEqualTo(expected);
	}

	@Test
	void streamPassesInputOnToItsEnd() {
		byte[] sent = new byte[3 << 20];
		IntStream.range(0, sent.length).forEach((index) -> sent[index] = (byte) (index >> 8 ^ index));
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		int code = engine().stream(this.shared, ExecRequest.script("cat; echo end", List.of()),
				new ExecStreams(new ByteArrayInputStream(sent), output, OutputStream.nullOutputStream()));
		assertThat(code).isZero();
		assertThat(output.size()).isEqualTo(sent.length + 4);
		assertThat(Arrays.copyOf(output.toByteArray(), sent.length)).isEqualTo(sent);
	}

	@Test
	void streamPassesInputOnAsItComes() throws IOException {
		PipedOutputStream typed = new PipedOutputStream();
		InputStream input = new PipedInputStream(typed);
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		CompletableFuture<Integer> end = async(() -> engine().stream(this.shared, ExecRequest.of(List.of("cat")),
				new ExecStreams(input, output, OutputStream.nullOutputStream())));
		typed.write("first".getBytes(StandardCharsets.UTF_8));
		typed.flush();
		await(() -> output.toString(StandardCharsets.UTF_8).equals("first"));
		typed.write("second".getBytes(StandardCharsets.UTF_8));
		typed.close();
		assertThat(end.join()).isZero();
		assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("firstsecond");
	}

	@Test
	void streamPrefersTheRequestsInput() {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		engine().stream(this.shared, ExecRequest.of(List.of("cat")).reading(Secret.of("FAKE")),
				new ExecStreams(new ByteArrayInputStream(new byte[1]), output, OutputStream.nullOutputStream()));
		assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("FAKE");
	}

	@Test
	void streamTellsOutputFromErrorsAndClosesNeither() {
		List<String> closed = new ArrayList<>();
		ByteArrayOutputStream output = closing("output", closed);
		ByteArrayOutputStream errors = closing("errors", closed);
		engine().stream(this.shared, ExecRequest.script("echo out; echo err >&2", List.of()),
				ExecStreams.of(output, errors));
		assertThat(output.toString(StandardCharsets.UTF_8)).isEqualTo("out\n");
		assertThat(errors.toString(StandardCharsets.UTF_8)).isEqualTo("err\n");
		assertThat(closed).isEmpty();
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
		engine().stream(this.shared, ExecRequest.script("printf a; sleep 3; printf b", List.of()),
				ExecStreams.of(output, output));
		assertThat(arrivals).hasSize(2);
		assertThat(Duration.between(arrivals.getFirst(), arrivals.getLast())).isGreaterThan(Duration.ofSeconds(1));
	}

	@Test
	void streamWhenTheOutputIsClosedThrowsAndTheProgramGoesOn() {
		String id = running("unread");
		String script = "i=0; while [ $i -lt 20 ]; do i=$((i + 1)); echo $i; sleep 0.1; done; trap '' PIPE; "
				+ "echo done >/tmp/done";
		assertThatExceptionOfType(ReaderGoneException.class).isThrownBy(() -> engine().stream(id,
				ExecRequest.script("trap '' PIPE; " + script, List.of()), ExecStreams.of(closed(), closed())));
		await(() -> sh(id, "test -e /tmp/done").succeeded());
	}

	@Test
	void streamWhenTheContainerStopsEnds() throws InterruptedException {
		String id = running("stopped");
		Thread stopper = Thread.ofVirtual().start(() -> {
			await(() -> sh(id, "test -e /tmp/here").succeeded());
			engine().stop(id, NOW);
		});
		assertThat(run(id, "touch /tmp/here; exec sleep 600")).isNotZero();
		stopper.join();
	}

	@Test
	void interactIsAtATerminal() {
		TestTerminal terminal = new TestTerminal();
		OptionalInt code = engine().interact(this.shared,
				ExecRequest.script("test -t 0 && test -t 1 && test -t 2 && echo \"at a $KIND\"; exit 5", List.of())
					.with(Map.of("KIND", "terminal")),
				terminal);
		assertThat(code).hasValue(5);
		assertThat(terminal.shown()).contains("at a terminal");
	}

	@Test
	void interactPassesKeysOnAsTheyAreTyped() {
		TestTerminal terminal = new TestTerminal();
		CompletableFuture<OptionalInt> end = interact(
				"printf 'name? '; read -r name; echo \"hello $name\"; exec sleep 600", terminal);
		terminal.await("name? ");
		terminal.type("Ada\r");
		terminal.await("hello Ada");
		terminal.type("\003");
		assertThat(end.join().orElseThrow()).isNotZero();
	}

	@Test
	void interactTellsOfNewSizes() {
		TestTerminal terminal = new TestTerminal();
		CompletableFuture<OptionalInt> end = interact("echo ready; until stty size | grep '29 101'; do sleep 0.1; done",
				terminal);
		terminal.await("ready");
		await(() -> {
			terminal.resize(29, 101);
			return end.isDone();
		});
		assertThat(end.join()).hasValue(0);
	}

	@Test
	void interactWhenTheTerminalGoesFirstGivesNothingAndTheProgramGoesOn() {
		TestTerminal terminal = new TestTerminal();
		CompletableFuture<OptionalInt> end = interact("trap '' HUP; echo ready; sleep 2; echo done >/tmp/alone",
				terminal);
		terminal.await("ready");
		terminal.leave();
		assertThat(end.join()).isEmpty();
		await(() -> sh(this.shared, "test -e /tmp/alone").succeeded());
	}

	@Test
	void interactWhenTheContainerDoesNotRunThrows() {
		String id = engine().create(spec("dark"));
		assertThatExceptionOfType(ContainerNotRunningException.class)
			.isThrownBy(() -> engine().interact(id, ExecRequest.of(List.of("true")), new TestTerminal()));
	}

	@Test
	void mountsNestWhateverTheirOrder(@TempDir Path folder) throws IOException {
		Path repository = Files.createDirectories(folder.resolve("repo"));
		Path hooks = Files.createDirectories(repository.resolve("hooks"));
		Files.writeString(repository.resolve("config"), "x");
		Path other = Files.createDirectories(folder.resolve("other"));
		String id = running("nested", bind(repository.resolve("config"), true), bind(hooks, true),
				bind(repository, false), new Mount.Bind(other, "/workspace", false));
		ExecResult result = engine().exec(id,
				ExecRequest
					.script("cd \"$1\" && echo new >a && cat config && test -d hooks && touch /workspace/b",
							List.of(repository.toString()))
					.as(ROOT));
		assertThat(result.code()).as(result.errors()).isZero();
		assertThat(result.output()).isEqualTo("x");
		assertThat(repository.resolve("a")).hasContent("new");
		assertThat(other.resolve("b")).exists();
	}

	@Test
	void aVolumeOutlivesItsContainersUntilItIsRemoved() {
		String name = "hjk-test-" + UUID.randomUUID();
		Mount.Volume volume = new Mount.Volume(name, "/var/lib/kept");
		String first = running(spec("writer", "0:0", RuntimeOptions.none(), volume));
		assertThat(sh(first, "echo kept >/var/lib/kept/file").code()).isZero();
		engine().remove(first);
		String second = running(spec("reader", "0:0", RuntimeOptions.none(), volume));
		assertThat(sh(second, "cat /var/lib/kept/file").output()).isEqualTo("kept\n");
		engine().remove(second);
		engine().removeVolume(name);
		engine().removeVolume(name);
		String third = running(spec("again", "0:0", RuntimeOptions.none(), volume));
		assertThat(sh(third, "ls /var/lib/kept").output()).isEmpty();
		engine().remove(third);
		engine().removeVolume(name);
	}

	@Test
	void optionsGiveVariablesAndVolumes(@TempDir Path folder) throws IOException {
		Files.writeString(open(folder).resolve("file"), "shown");
		ContainerSpec spec = new ContainerSpec("options-" + this.run, image(), "1000:1000", "/tmp", ENDLESS,
				Map.of("NAME", "own", "OTHER", "kept"), Map.of(LABEL, this.run, NAME, "options"), List.of(),
				RuntimeOptions.parse(List.of("--env", "NAME=a=b", "-v", folder + ":/share:ro")));
		assertThat(sh(running(spec), "echo \"$NAME $OTHER\"; cat /share/file").output()).isEqualTo("a=b kept\nshown");
	}

	private CompletableFuture<OptionalInt> interact(String script, ExecTerminal terminal) {
		return async(() -> engine().interact(this.shared, ExecRequest.script(script, List.of()), terminal))
			.orTimeout(60, TimeUnit.SECONDS);
	}

	/**
	 * Calls the engine in a thread of its own. On a small machine the common pool has one
	 * thread, which the end of a process needs, too.
	 */
	private static <T> CompletableFuture<T> async(Supplier<T> call) {
		return CompletableFuture.supplyAsync(call, (task) -> Thread.ofPlatform().daemon().start(task));
	}

	/**
	 * Runs a program whose container ends with it.
	 */
	private int run(String id, String script) {
		try {
			return engine().stream(id, ExecRequest.script(script, List.of()),
					ExecStreams.of(OutputStream.nullOutputStream(), OutputStream.nullOutputStream()));
		}
		catch (ContainerNotRunningException _) {
			return 137;
		}
	}

	private void assertNotRunning(String id) {
		assertThatExceptionOfType(ContainerNotRunningException.class)
			.isThrownBy(() -> engine().exec(id, ExecRequest.of(List.of("true"))));
	}

	private ContainerState state(String name) {
		return find(name).getFirst();
	}

	protected final List<ContainerState> find(String name) {
		return engine().list(Map.of(LABEL, this.run, NAME, name));
	}

	protected final ExecResult sh(String id, String script) {
		return engine().exec(id, ExecRequest.script(script, List.of()));
	}

	protected final ExecResult root(String id, String script) {
		return engine().exec(id, ExecRequest.script(script, List.of()).as(ROOT));
	}

	/**
	 * A container that runs all the time, with memory at {@code /run/headjack}.
	 */
	protected final String shared() {
		return this.shared;
	}

	protected final String running(String name, Mount... mounts) {
		return running(spec(name, mounts));
	}

	protected final String running(ContainerSpec spec) {
		String id = engine().create(spec);
		engine().start(id);
		return id;
	}

	private ContainerSpec spec(String name, List<String> command, Map<String, String> environment) {
		return new ContainerSpec(name + "-" + this.run, image(), "1000:1000", "/tmp", command, environment,
				Map.of(LABEL, this.run, NAME, name), List.of(), RuntimeOptions.none());
	}

	private ContainerSpec spec(String name, Mount... mounts) {
		return spec(name, "1000:1000", RuntimeOptions.none(), mounts);
	}

	/**
	 * A container that is removed after the tests.
	 */
	protected final ContainerSpec spec(String name, String user, RuntimeOptions options, Mount... mounts) {
		return new ContainerSpec(name + "-" + this.run, image(), user, "/tmp", ENDLESS, Map.of(),
				Map.of(LABEL, this.run, NAME, name), Arrays.asList(mounts), options);
	}

	/**
	 * Mounts a path where it is.
	 */
	protected static Mount bind(Path path, boolean readOnly) {
		return new Mount.Bind(path, path.toString(), readOnly);
	}

	private static Path open(Path folder) throws IOException {
		return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	private static ByteArrayOutputStream closing(String name, List<String> closed) {
		return new ByteArrayOutputStream() {

			@Override
			public void close() {
				closed.add(name);
			}

		};
	}

	private static OutputStream closed() {
		return new OutputStream() {

			@Override
			public void write(int value) throws IOException {
				throw new IOException("closed");
			}

		};
	}

	private static void await(BooleanSupplier condition) {
		Instant start = Instant.now();
		while (!condition.getAsBoolean()) {
			assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(60));
			LockSupport.parkNanos(50_000_000);
		}
	}

}
