package com.headjack.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.wire.Content;
import com.headjack.wire.Frame;
import com.headjack.wire.FrameChannel;
import com.headjack.wire.FrameKind;
import com.headjack.wire.Hello;

import static org.assertj.core.api.Assertions.assertThat;

@EnabledOnOs(OS.LINUX)
class HeadjackClientTests {

	private static final int ALONE = RecordedProcess.ALONE;

	private final ByteArrayOutputStream output = new ByteArrayOutputStream();

	private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

	private final RecordedProcess process = new RecordedProcess();

	private Duration patience = Duration.ofSeconds(10);

	private InputStream input = new ByteArrayInputStream("abcdef".getBytes(StandardCharsets.UTF_8));

	@TempDir
	private Path folder;

	private ScriptedResident resident;

	@BeforeEach
	void listen() throws IOException {
		this.resident = new ScriptedResident(this.folder);
	}

	@AfterEach
	void close() throws IOException {
		this.resident.close();
	}

	private int run(String... words) {
		return run(this.output, words);
	}

	private int run(OutputStream stdout, String... words) {
		HeadjackClient.run(List.of(words), launch("/"), new Streams(this.input, stdout, this.errors), this.process);
		return this.process.await();
	}

	private Launch launch(String directory) {
		return new Launch(this.resident.socket().toString(), "build", "/opt/hjk", "stdin", "", "24 80", directory,
				Map.of("NAME", "value"), this.patience);
	}

	private static Frame write(int stream, String text) {
		return write(stream, 0, text);
	}

	private static Frame write(int stream, int failures, String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		return new Frame(FrameKind.WRITE, new Content().number(stream).number(failures).put(bytes, 0, bytes.length));
	}

	private static Frame number(FrameKind kind, int number) {
		return new Frame(kind, new Content().number(number));
	}

	private static Frame program(int wanted, String... words) {
		return new Frame(FrameKind.PROGRAM, new Content().number(wanted).texts(List.of(words)));
	}

	@Test
	void runWhenAcceptedSendsHelloAndEndsWithExitCode() {
		CompletableFuture<Hello> hello = new CompletableFuture<>();
		this.resident.play((channel) -> {
			hello.complete(Hello.of(channel.receive().content()));
			channel.send(Frame.of(FrameKind.ACCEPTED));
			assertThat(channel.receive().kind()).isEqualTo(FrameKind.BEGIN);
			channel.send(Frame.of(FrameKind.BEGUN));
			ScriptedResident.exit(channel, 7);
		});
		assertThat(run("stop", "demo")).isEqualTo(7);
		assertThat(hello.join().words()).containsExactly("stop", "demo");
		assertThat(hello.join().variables()).isEqualTo(Map.of("NAME", "value"));
		assertThat(hello.join().size()).isEqualTo("24 80");
		assertThat(hello.join().fit()).isNotEmpty();
	}

	@Test
	void runWhenResidentIsAliveWaitsLonger() {
		this.patience = Duration.ofMillis(300);
		this.resident.play((channel) -> {
			channel.receive();
			LockSupport.parkNanos(Duration.ofMillis(900).toNanos());
			channel.send(Frame.of(FrameKind.ACCEPTED));
			assertThat(channel.receive().kind()).isEqualTo(FrameKind.BEGIN);
			channel.send(Frame.of(FrameKind.BEGUN));
			ScriptedResident.exit(channel, 7);
		});
		assertThat(run("ps")).isEqualTo(7);
	}

	@Test
	void runWhenAskedToWriteWritesToBothStreams() {
		List<String> answers = new ArrayList<>();
		this.resident.playCommand((channel) -> {
			channel.send(write(1, "out"));
			answers.add(written(channel));
			channel.send(write(2, "err"));
			answers.add(written(channel));
			ScriptedResident.exit(channel, 0);
		});
		assertThat(run("ps")).isZero();
		assertThat(this.output).hasToString("out");
		assertThat(this.errors).hasToString("err");
		assertThat(answers).containsExactly("1:3:", "2:3:");
	}

	private static String written(FrameChannel channel) throws IOException {
		Frame answer = channel.receive();
		assertThat(answer.kind()).isEqualTo(FrameKind.WRITTEN);
		return answer.content().number() + ":" + answer.content().number() + ":" + answer.content().text();
	}

	@Test
	void runWhenDiskIsFullTellsReason() throws IOException {
		List<String> answers = new ArrayList<>();
		this.resident.playCommand((channel) -> {
			channel.send(write(1, "out"));
			answers.add(written(channel));
			ScriptedResident.exit(channel, 1);
		});
		try (OutputStream full = new FileOutputStream("/dev/full")) {
			assertThat(run(full, "ps")).isEqualTo(1);
		}
		assertThat(answers).containsExactly("1:3:No space left on device");
	}

	@Test
	void runWhenWritingFailsLeavesOutWhatWasOnItsWay() throws IOException {
		List<String> answers = new ArrayList<>();
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		this.resident.playCommand((channel) -> {
			for (Frame frame : List.of(write(1, "lost"), write(1, "out"), write(1, 1, "in"))) {
				channel.send(frame);
			}
			for (int i = 0; i < 3; i++) {
				answers.add(written(channel));
			}
			ScriptedResident.exit(channel, 1);
		});
		try (OutputStream failing = new OutputStream() {
			@Override
			public void write(int octet) {
				written.write(octet);
			}

			@Override
			public void write(byte[] bytes, int offset, int length) throws IOException {
				if (length == 4) {
					throw new IOException("No space left on device");
				}
				written.write(bytes, offset, length);
			}
		}) {
			assertThat(run(failing, "ps")).isEqualTo(1);
		}
		assertThat(answers).containsExactly("1:4:No space left on device", "1:3:", "1:2:");
		assertThat(written).hasToString("in");
	}

	@Test
	void runWhenCommandEndsWritesWhatIsOnItsWay() {
		this.resident.playCommand((channel) -> {
			for (int i = 0; i < 100; i++) {
				channel.send(write(1, "abcdefghij"));
			}
			ScriptedResident.exit(channel, 143);
		});
		assertThat(run("logs")).isEqualTo(143);
		assertThat(this.output.size()).isEqualTo(1000);
	}

	@Test
	void runWhenAskedToReadReadsNoMoreThanAsked() {
		List<String> answers = new ArrayList<>();
		this.resident.playCommand((channel) -> {
			for (int count : List.of(2, 10, 10)) {
				channel.send(number(FrameKind.READ, count));
				answers.add(new String(channel.receive().content().bytes(), StandardCharsets.UTF_8));
			}
			ScriptedResident.exit(channel, 0);
		});
		assertThat(run("auth")).isZero();
		assertThat(answers).containsExactly("ab", "cdef", "");
	}

	@Test
	void runWhenStdinCannotBeReadTellsReason() {
		CompletableFuture<Frame> answer = new CompletableFuture<>();
		this.resident.playCommand((channel) -> {
			channel.send(number(FrameKind.READ, 10));
			answer.complete(channel.receive());
			ScriptedResident.exit(channel, 0);
		});
		this.input = new InputStream() {
			@Override
			public int read() throws IOException {
				throw new IOException("Is a directory");
			}

			@Override
			public int read(byte[] bytes, int offset, int length) throws IOException {
				return read();
			}
		};
		run("auth");
		assertThat(answer.join().kind()).isEqualTo(FrameKind.UNREADABLE);
		assertThat(answer.join().content().text()).isEqualTo("Is a directory");
	}

	@Test
	void runWhenProgramIsWantedTellsExitCodeAndOutput() {
		List<String> answers = new ArrayList<>();
		this.resident.playCommand((channel) -> {
			for (Frame program : List.of(program(1, "sh", "-c", "echo hi; exit 3"), program(0, "false"),
					program(1, "no-such-program"))) {
				channel.send(program);
				Content answer = channel.receive().content();
				answers.add(answer.number() + ":" + answer.text());
			}
			ScriptedResident.exit(channel, 0);
		});
		assertThat(run("attach")).isZero();
		assertThat(answers).containsExactly("3:hi\n", "1:", "127:");
	}

	@Test
	void runWhenResidentEndsFirstSaysSo() {
		this.resident.playCommand((_) -> {
		});
		assertThat(run("rm", "demo", "--force")).isEqualTo(1);
		assertThat(this.errors.toString(StandardCharsets.UTF_8))
			.startsWith("error: the resident process ended before 'hjk rm demo' did\nhint: ");
	}

	@Test
	void runWhenResidentEndsAfterItChangedTheTerminalSaysSo() {
		this.resident.playCommand((channel) -> {
			channel.send(program(1, "stty", "-echo"));
			channel.receive();
		});
		assertThat(run("attach", "demo")).isEqualTo(1);
		assertThat(this.errors.toString(StandardCharsets.UTF_8)).contains("ended before 'hjk attach demo' did");
	}

	@Test
	void runWhenResidentEndsBeforeItToldAnythingTellsItAlone() {
		this.resident.playCommand((_) -> {
		});
		assertThat(run("ps")).isEqualTo(ALONE);
		assertThat(this.errors.size()).isZero();
	}

	@Test
	void runWhenResidentTalksGarbageLaterSaysSo() {
		this.resident.playCommand((channel) -> channel.send(Frame.of(FrameKind.TOLD)));
		assertThat(run("ps")).isEqualTo(1);
		assertThat(this.errors.toString(StandardCharsets.UTF_8)).contains("ended before 'hjk ps' did");
	}

	@Test
	void runWhenQuestionIsBrokenOffSaysSo() {
		this.resident.playCommand((channel) -> {
			channel.send(number(FrameKind.WRITE, 1));
			channel.receive();
		});
		assertThat(run("ps")).isEqualTo(1);
	}

	@Test
	void runWhenDeclinedRunsAlone() {
		this.resident.play((channel) -> {
			channel.receive();
			channel.send(Frame.of(FrameKind.DECLINED));
		});
		assertThat(run("ps")).isEqualTo(ALONE);
		assertThat(this.errors.size()).isZero();
	}

	@Test
	void runWhenResidentHangsRunsAlone() {
		CompletableFuture<String> end = new CompletableFuture<>();
		this.resident.playAll((channel) -> {
			try {
				channel.receive();
			}
			catch (IOException ex) {
				end.complete(ex.getClass().getSimpleName());
			}
		});
		this.patience = Duration.ofMillis(200);
		long begun = System.nanoTime();
		assertThat(run("ps")).isEqualTo(ALONE);
		assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)).isBetween(190L, 5000L);
		assertThat(end.orTimeout(10, TimeUnit.SECONDS).join()).isNotEmpty();
	}

	@Test
	void runWhenFirstSignIsAnotherRunsAlone() {
		this.resident.playAll((channel) -> {
			channel.send(Frame.of(FrameKind.ACCEPTED));
			channel.receive();
		});
		assertThat(run("ps")).isEqualTo(ALONE);
	}

	@Test
	void runWhenResidentIsGoneBeforeAnswerRunsAlone() {
		this.resident.play((_) -> {
		});
		assertThat(run("ps")).isEqualTo(ALONE);
	}

	@Test
	void runWhenResidentIsGoneBeforeItBeginsRunsAlone() {
		this.resident.play((channel) -> {
			channel.receive();
			channel.send(Frame.of(FrameKind.ACCEPTED));
			assertThat(channel.receive().kind()).isEqualTo(FrameKind.BEGIN);
		});
		assertThat(run("rm", "demo", "--force")).isEqualTo(ALONE);
		assertThat(this.errors.size()).isZero();
	}

	@Test
	void runWhenResidentHangsBeforeItBeginsRunsAloneAndItCannotBegin() {
		this.patience = Duration.ofMillis(300);
		CompletableFuture<IOException> failure = new CompletableFuture<>();
		this.resident.play((channel) -> {
			channel.receive();
			channel.send(Frame.of(FrameKind.ACCEPTED));
			assertThat(channel.receive().kind()).isEqualTo(FrameKind.BEGIN);
			assertThat(this.process.await()).isEqualTo(ALONE);
			try {
				channel.send(Frame.of(FrameKind.BEGUN));
			}
			catch (IOException ex) {
				failure.complete(ex);
			}
		});
		assertThat(run("rm", "demo", "--force")).isEqualTo(ALONE);
		assertThat(failure.orTimeout(10, TimeUnit.SECONDS).join()).hasMessage("Broken pipe");
	}

	@Test
	void runWhenNobodyListensRunsAlone() throws IOException {
		this.resident.close();
		assertThat(run("ps")).isEqualTo(ALONE);
	}

	@Test
	void runWhenSocketIsMissingRunsAlone() throws IOException {
		Files.delete(this.resident.socket());
		assertThat(run("ps")).isEqualTo(ALONE);
	}

	@Test
	void runWhenSocketIsFileRunsAlone() throws IOException {
		Files.delete(this.resident.socket());
		Files.createFile(this.resident.socket());
		assertThat(run("ps")).isEqualTo(ALONE);
	}

	@Test
	void runWhenSocketIsLinkRunsAlone() throws IOException {
		Files.move(this.resident.socket(), this.folder.resolve("other"));
		Files.createSymbolicLink(this.resident.socket(), this.folder.resolve("other"));
		assertThat(run("ps")).isEqualTo(ALONE);
	}

	@Test
	void runWhenFolderIsOpenToOthersRunsAlone() throws IOException {
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwxr-x---"));
		assertThat(run("ps")).isEqualTo(ALONE);
	}

	@Test
	void runWhenWordIsNotUtf8RunsAlone() {
		assertThat(run("exec", "\ufffd")).isEqualTo(ALONE);
	}

	@Test
	void helloWhenFolderIsNotUtf8IsNone() {
		assertThat(launch("/\ufffd").hello(List.of("ps"))).isNull();
	}

	@Test
	void helloWhenVariableIsNotUtf8IsNone() {
		Launch launch = new Launch("/s", "build", "/opt/hjk", "", "", "", "/", Map.of("NAME", "\ufffd"), this.patience);
		assertThat(launch.hello(List.of("ps"))).isNull();
		assertThat(launch).hasToString("Launch[build]");
	}

}
