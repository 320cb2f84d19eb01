package com.headjack.resident;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Security;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder.SystemOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.host.Termination;
import com.headjack.shell.terminal.Console;
import com.headjack.shell.terminal.Output;
import com.headjack.wire.Content;
import com.headjack.wire.Frame;
import com.headjack.wire.FrameKind;
import com.headjack.wire.Hello;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

@Timeout(30)
@EnabledOnOs(OS.LINUX)
class ResidentTests {

	private static final String STTY = """
			speed 38400 baud; rows 24; columns 80; line = 0;
			intr = ^C; quit = ^\\; erase = ^?; kill = ^U; eof = ^D; min = 1; time = 0;
			icrnl ixon
			opost onlcr
			isig icanon iexten echo echoe
			""";

	private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

	private final CountDownLatch holding = new CountDownLatch(1);

	@TempDir
	Path home;

	private Path socket;

	private Thread server;

	@BeforeEach
	void start() throws Exception {
		Path runtime = Files.createDirectory(this.home.resolve("run"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		Files.writeString(Files.createDirectories(this.home.resolve("lib")).resolve("build"), "build-1\n");
		this.socket = runtime.resolve("headjack/build-1.sock");
		this.server = Thread.ofPlatform().start(() -> Resident.serve(host(), this.home.toString(), this::run));
		while (control().status().isEmpty()) {
			TimeUnit.MILLISECONDS.sleep(5);
		}
	}

	@AfterEach
	void stop() throws InterruptedException {
		this.holding.countDown();
		control().stop();
		this.server.join();
	}

	private HostEnvironment host() {
		Map<String, String> variables = Map.of("XDG_RUNTIME_DIR", this.home.resolve("run").toString(), "HJK_RESIDENT",
				"on");
		return new HostEnvironment(OperatingSystem.LINUX, this.home, this.home, variables, Set.of());
	}

	private ResidentControl control() {
		return new ResidentControl(host(), this.home.toString());
	}

	private int run(List<String> words, HostEnvironment host, Console console, Output output) {
		try {
			return switch (words.getFirst()) {
				case "say" -> say(words.get(1), output);
				case "world" -> say(host.variables().get("LC_ALL") + host.workingDirectory(), output);
				case "copy" ->
					say(new String(console.streams().input().readAllBytes(), StandardCharsets.US_ASCII), output);
				case "pass" -> pass(console);
				case "edit" -> console.streams().run(List.of("vi", "a"));
				case "echo" -> echo(console);
				case "type" -> type(console);
				case "wait" -> waiting();
				case "key" -> key(console);
				case "throw" -> throw new IllegalStateException("CANARY");
				case "hog" -> throw new OutOfMemoryError("CANARY");
				case "break" -> broken();
				default -> 2;
			};
		}
		catch (IOException ex) {
			this.done.add(String.valueOf(ex.getMessage()));
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException _) {
			this.done.add("interrupted");
			return 1;
		}
	}

	private static int say(String text, Output output) {
		output.result(text);
		output.message("said");
		System.err.println("logged");
		output.flush();
		return output.loss().isPresent() ? 1 : 0;
	}

	private static int broken() throws InterruptedException {
		Thread broken = Thread.ofPlatform().start(() -> {
			throw new IllegalStateException("CANARY");
		});
		broken.join();
		return 3;
	}

	private static int pass(Console console) throws IOException {
		try (OutputStream stdout = console.streams().output()) {
			int count = (int) console.streams().input().transferTo(stdout);
			stdout.flush();
			return count / 1000 + ((console.streams().input().read() < 0) ? 0 : 1);
		}
	}

	private int waiting() throws InterruptedException {
		Termination.hook(() -> this.done.add("undone"));
		this.done.add("waiting");
		this.holding.await();
		return 7;
	}

	private static int key(Console console) throws IOException {
		InputStream input = console.streams().input();
		int nothing = input.read();
		return (nothing == -1) ? input.read(new byte[0]) : nothing;
	}

	private int type(Console console) throws IOException {
		try (Terminal terminal = console.streams().terminal(SystemOutput.SysErr)) {
			Termination.hook(() -> this.done.add("undone"));
			this.done.add("typing");
			return terminal.reader().read();
		}
	}

	private int echo(Console console) throws IOException {
		try (Terminal terminal = console.streams().terminal(SystemOutput.SysErr)) {
			CountDownLatch signalled = new CountDownLatch(1);
			terminal.handle(Terminal.Signal.INT, (_) -> signalled.countDown());
			this.done
				.add(terminal.getSize().getColumns() + " " + terminal.getAttributes().getLocalFlag(LocalFlag.ECHO));
			terminal.enterRawMode();
			terminal.writer().print("drawn");
			terminal.flush();
			signalled.await();
			return 5;
		}
		catch (InterruptedException _) {
			return 1;
		}
	}

	@Test
	void commandsPrintToTheirClient() throws IOException {
		try (ScriptedClient client = new ScriptedClient(this.socket)) {
			assertThat(client.begin(hello("say", "grün"))).isTrue();
			assertThat(client.serve()).isZero();
			assertThat(client.output()).isEqualTo("grün\n");
			assertThat(client.errors()).isEqualTo("said\nlogged\n");
		}
	}

	@Test
	void commandsSeeTheWorldOfTheirClient() throws IOException {
		try (ScriptedClient client = new ScriptedClient(this.socket)) {
			client.begin(hello("world"));
			client.serve();
			assertThat(client.output()).isEqualTo("de_DE" + this.home + "\n");
		}
	}

	@Test
	void commandsReadTheStdinOfTheirClient() throws IOException {
		try (ScriptedClient client = new ScriptedClient(this.socket).typing("abc".repeat(100_000))) {
			client.begin(hello("copy"));
			client.serve();
			assertThat(client.output()).hasSize(300_001);
		}
		try (ScriptedClient client = new ScriptedClient(this.socket).typing("!")) {
			client.begin(hello("copy"));
			client.serve();
			assertThat(this.done).containsExactly("Input/output error");
		}
		try (ScriptedClient client = new ScriptedClient(this.socket)) {
			client.begin(hello("key"));
			assertThat(client.serve()).isZero();
		}
	}

	@Test
	void commandsPassTheStdinOfTheirClientOn() throws IOException {
		try (ScriptedClient client = new ScriptedClient(this.socket).typing("abc".repeat(40_000))) {
			client.begin(hello("pass"));
			assertThat(client.serve()).isEqualTo(120);
			assertThat(client.output()).hasSize(120_000);
		}
	}

	@Test
	void commandsLearnWhyNothingCanBeWritten() throws IOException {
		try (ScriptedClient client = new ScriptedClient(this.socket).refusing("No space left on device")) {
			client.begin(hello("say", "a"));
			assertThat(client.serve()).isEqualTo(1);
		}
	}

	@Test
	void programsRunAtTheClient() throws IOException {
		try (ScriptedClient client = new ScriptedClient(this.socket)) {
			client.begin(hello("edit"));
			assertThat(client.serve()).isEqualTo(3);
			assertThat(client.programs()).containsExactly(List.of("vi", "a"));
		}
	}

	@Test
	void theTerminalIsTheClients() throws Exception {
		try (ScriptedClient client = new ScriptedClient(this.socket).answering(STTY)) {
			client.begin(hello("echo"));
			Thread.ofPlatform().start(() -> {
				try {
					assertThat(this.done.take()).isEqualTo("80 true");
					TimeUnit.MILLISECONDS.sleep(200);
					client.signal("INT");
				}
				catch (IOException | InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
			});
			assertThat(client.serve()).isEqualTo(5);
			assertThat(client.errors()).contains("drawn");
			assertThat(client.programs()).contains(List.of("stty", "-a"))
				.anySatisfy((words) -> assertThat(words).startsWith("stty").contains("-icanon"));
		}
	}

	@Test
	void signalsTerminateACommandThatTakesNone() throws Exception {
		try (ScriptedClient client = new ScriptedClient(this.socket)) {
			client.begin(hello("wait"));
			assertThat(this.done.take()).isEqualTo("waiting");
			client.signal("WINCH");
			client.signal("TERM");
			assertThat(client.serve()).isEqualTo(128 + 15);
			assertThat(this.done.take()).isEqualTo("undone");
			assertThat(this.done.take()).isEqualTo("interrupted");
		}
	}

	@Test
	void aClientThatIsGoneTerminatesItsCommand() throws Exception {
		try (ScriptedClient client = new ScriptedClient(this.socket)) {
			client.begin(hello("wait"));
			assertThat(this.done.take()).isEqualTo("waiting");
		}
		assertThat(this.done.take()).isEqualTo("undone");
		assertThat(this.done.take()).isEqualTo("interrupted");
	}

	@Test
	void aClientThatIsGoneRestoresNoTerminal() throws Exception {
		try (ScriptedClient client = new ScriptedClient(this.socket).answering(STTY)) {
			client.begin(hello("type"));
			Thread.ofPlatform().daemon().start(() -> {
				try {
					client.serve();
				}
				catch (IOException _) {
					this.done.add("gone");
				}
			});
			assertThat(this.done.take()).isEqualTo("typing");
		}
		while (!this.done.take().equals("undone")) {
			// Others end meanwhile.
		}
		while (!"0".equals(control().status().orElseThrow().get("running"))) {
			TimeUnit.MILLISECONDS.sleep(5);
		}
	}

	@Test
	void aClientThatTalksGarbageTerminatesItsCommand() throws Exception {
		try (ScriptedClient client = new ScriptedClient(this.socket)) {
			client.begin(hello("wait"));
			assertThat(this.done.take()).isEqualTo("waiting");
			client.say(new Frame(FrameKind.WRITTEN, new Content().number(9)));
			assertThat(this.done.take()).isEqualTo("undone");
			assertThat(this.done.take()).isEqualTo("interrupted");
		}
	}

	@Test
	void aCommandThatFailsUnexpectedlyTellsNoMessage() throws IOException {
		try (ScriptedClient client = new ScriptedClient(this.socket)) {
			client.begin(hello("throw"));
			assertThat(client.serve()).isEqualTo(1);
			assertThat(client.errors()).isEqualTo("error: IllegalStateException\n");
		}
	}

	@Test
	void aCommandThatNeedsTooMuchMemoryIsTheLast() throws Exception {
		try (ScriptedClient other = new ScriptedClient(this.socket);
				ScriptedClient client = new ScriptedClient(this.socket)) {
			other.begin(hello("wait"));
			assertThat(this.done.take()).isEqualTo("waiting");
			client.begin(hello("hog"));
			assertThat(client.serve()).isEqualTo(1);
			assertThat(client.errors()).isEqualTo("error: OutOfMemoryError\n");
			assertThat(this.socket).doesNotExist();
			this.holding.countDown();
			assertThat(other.serve()).isEqualTo(7);
		}
		this.server.join();
		assertThat(log()).contains("ending: OutOfMemoryError").doesNotContain("CANARY");
	}

	@Test
	void aThreadThatFailsUnexpectedlyIsLoggedByItsErrorsName() throws IOException {
		try (ScriptedClient client = new ScriptedClient(this.socket)) {
			client.begin(hello("break"));
			assertThat(client.serve()).isEqualTo(3);
		}
		assertThat(log()).contains("failed: IllegalStateException").doesNotContain("CANARY");
		assertThat(control().status()).isPresent();
	}

	@Test
	void aClientThatIsStoppedBeforeItBeginsHoldsNothingUp() throws Exception {
		try (ScriptedClient client = new ScriptedClient(this.socket)) {
			assertThat(client.accepted(hello("say", "a"))).isTrue();
			assertThat(control().status().orElseThrow()).containsEntry("running", "0");
			assertThat(control().stop()).hasValue(0);
			this.server.join();
			assertThatIOException().isThrownBy(client::began);
		}
	}

	@Test
	void commandsOfOthersAreDeclined() throws IOException {
		Hello own = hello("say", "a");
		List<Hello> others = List.of(
				new Hello("other", own.home(), own.fit(), own.words(), own.folder(), own.variables(), "", "", ""),
				new Hello(own.build(), "/opt", own.fit(), own.words(), own.folder(), own.variables(), "", "", ""),
				new Hello(own.build(), own.home(), List.of(), own.words(), own.folder(), own.variables(), "", "", ""),
				new Hello(own.build(), own.home(), List.of("Umask: 0"), own.words(), own.folder(), own.variables(), "",
						"", ""),
				new Hello(own.build(), own.home(), own.fit(), own.words(), "relative", own.variables(), "", "", ""));
		for (Hello other : others) {
			try (ScriptedClient client = new ScriptedClient(this.socket)) {
				assertThat(client.begin(other)).isFalse();
			}
			try (ScriptedClient client = new ScriptedClient(this.socket)) {
				assertThat(client.begin(own)).isTrue();
				client.serve();
			}
		}
	}

	@Test
	void itEndsWhenItFitsNoClientAnyMore() throws Exception {
		Hello own = hello("say", "a");
		Hello other = new Hello(own.build(), own.home(), List.of("Nice: 19"), own.words(), own.folder(),
				own.variables(), "", "", "");
		for (Hello hello : List.of(other, other, own, other, other, other)) {
			assertThat(this.socket).exists();
			try (ScriptedClient client = new ScriptedClient(this.socket)) {
				assertThat(client.begin(hello)).isEqualTo(hello.equals(own));
			}
		}
		this.server.join();
	}

	@Test
	void addressesOfHostsAreNotKept() {
		assertThat(Security.getProperty("networkaddress.cache.ttl")).isEqualTo("0");
		assertThat(Security.getProperty("networkaddress.cache.negative.ttl")).isEqualTo("0");
	}

	@Test
	void aSecondResidentEndsAtOnce() {
		assertThat(Resident.serve(host(), this.home.toString(), this::run)).isFalse();
		assertThat(control().status()).isPresent();
	}

	@Test
	void stopWaitsForTheCommandsThatRun() throws Exception {
		try (ScriptedClient client = new ScriptedClient(this.socket)) {
			client.begin(hello("wait"));
			assertThat(this.done.take()).isEqualTo("waiting");
			assertThat(control().stop()).hasValue(1);
			assertThat(this.socket).doesNotExist();
			assertThat(another().get("running")).isEqualTo("0");
			assertThat(control().stop()).hasValue(0);
			this.holding.countDown();
			assertThat(client.serve()).isEqualTo(7);
		}
		this.server.join();
		assertThat(log()).contains("started", "ending: asked to stop", "ended");
		assertThat(control().rests()).isFalse();
	}

	private String log() throws IOException {
		return Files.readString(this.home.resolve(".local/state/headjack/resident.log"));
	}

	/**
	 * Starts another process, while the first one has a command to end.
	 */
	private Map<String, String> another() throws InterruptedException {
		Thread.ofPlatform().daemon().start(() -> {
			boolean served = false;
			while (!served) {
				served = Resident.serve(host(), this.home.toString(), this::run);
			}
		});
		while (control().status().isEmpty()) {
			TimeUnit.MILLISECONDS.sleep(5);
		}
		return control().status().orElseThrow();
	}

	@Test
	void itEndsWhenItsFilesAreReplaced() throws Exception {
		Files.writeString(this.home.resolve("lib/build"), "build-2\n");
		this.server.join();
		assertThat(this.socket).doesNotExist();
	}

	@Test
	void itEndsWhenItsSocketIsReplaced() throws Exception {
		Files.delete(this.socket);
		Files.writeString(this.socket, "");
		this.server.join();
		assertThat(this.socket).exists();
	}

	@Test
	void itEndsWhenItIsSwitchedOff() throws Exception {
		Hello own = hello("say", "a");
		Hello off = new Hello(own.build(), own.home(), own.fit(), own.words(), own.folder(),
				Map.of("HOME", this.home.toString(), "HJK_RESIDENT", "off"), "", "", "");
		try (ScriptedClient client = new ScriptedClient(this.socket)) {
			client.begin(off);
			assertThat(client.serve()).isZero();
		}
		this.server.join();
	}

	@Test
	void statusTellsWhatItUses() throws IOException {
		assertThat(control().status()).hasValueSatisfying((status) -> assertThat(status).containsKeys("pid", "seconds",
				"commands", "running", "memory", "threads", "files"));
		try (ScriptedClient client = new ScriptedClient(this.socket)) {
			assertThat(client.ask(FrameKind.STATUS).kind()).isEqualTo(FrameKind.TOLD);
		}
	}

	private Hello hello(String... words) {
		return ScriptedClient.hello(this.home, words);
	}

}
