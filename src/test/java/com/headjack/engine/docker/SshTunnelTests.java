package com.headjack.engine.docker;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.headjack.engine.EngineUnavailableException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link SshTunnel} with a program in the place of ssh.
 */
class SshTunnelTests {

	/**
	 * Answers the first question as an engine does, and repeats everything else.
	 */
	private static final String ENGINE = """
			#!/bin/sh
			IFS= read -r line
			case $line in
				'HEAD /_ping '*)
					while [ "${line%?}" ]; do IFS= read -r line; done
					printf 'HTTP/1.1 200 OK\\r\\n\\r\\n' ;;
				*) printf '%s\\n' "$line" ;;
			esac
			exec cat
			""";

	@TempDir
	Path folder;

	@Test
	void openPassesBytesOnInBothDirectionsAndTheirEnd() throws IOException {
		try (SshTunnel tunnel = SshTunnel.open(ssh(ENGINE))) {
			byte[] bytes = new byte[3_000_000];
			new Random(5).nextBytes(bytes);
			bytes[0] = '\n';
			assertThat(echo(tunnel, bytes)).isEqualTo(bytes);
		}
	}

	@Test
	void openServesSeveralConnectionsAtOnce() throws IOException {
		try (SshTunnel tunnel = SshTunnel.open(ssh(ENGINE));
				SocketChannel waiting = SocketChannel.open(UnixDomainSocketAddress.of(tunnel.socket()))) {
			waiting.write(ByteBuffer.wrap("first\n".getBytes(StandardCharsets.UTF_8)));
			assertThat(echo(tunnel, "second\n".getBytes(StandardCharsets.UTF_8))).asString().isEqualTo("second\n");
			waiting.shutdownOutput();
			assertThat(Channels.newInputStream(waiting).readAllBytes()).asString().isEqualTo("first\n");
		}
	}

	@Test
	void openKeepsItsSocketFromOthersAndRemovesIt() throws IOException {
		Path socket;
		try (SshTunnel tunnel = SshTunnel.open(ssh(ENGINE))) {
			socket = tunnel.socket();
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.resolveSibling(""))))
				.isEqualTo("rwx------");
		}
		assertThat(socket.resolveSibling("")).doesNotExist();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Host key verification failed. | connect once with 'ssh me@big'
			me@big: Permission denied (publickey,password). | add your key to ssh-agent
			sh: 1: exec: podman: not found | install Docker there: 'ssh me@big docker version'
			ssh: Could not resolve hostname big: Name or service not known | ~/.ssh/config
			ssh: connect to host big port 22: Connection refused | see that 'ssh me@big' works
			error during connect: cannot connect to the Docker daemon socket | the engine there has to run
			""")
	void openWhenSshFailsRepeatsItsWordsWithARemedy(String said, String remedy) {
		SshProgram ssh = ssh("#!/bin/sh\necho 'a warning' >&2\necho '" + said + "' >&2\nexit 255\n");
		assertThatExceptionOfType(EngineUnavailableException.class).isThrownBy(() -> SshTunnel.open(ssh))
			.withMessage("no container engine answers at ssh://me@big: " + said)
			.satisfies((ex) -> assertThat(ex.remedy().orElse("")).contains(remedy));
	}

	@Test
	void openWhenSomethingElseAnswersNamesTheAddress() {
		SshProgram ssh = ssh("#!/bin/sh\necho Welcome\n");
		assertThatExceptionOfType(EngineUnavailableException.class).isThrownBy(() -> SshTunnel.open(ssh))
			.withMessage("no container engine answers at ssh://me@big");
	}

	@Test
	void openWithoutSshSaysHowToGetIt() {
		SshProgram ssh = program(Map.of("PATH", this.folder.toString()));
		assertThatExceptionOfType(EngineUnavailableException.class).isThrownBy(() -> SshTunnel.open(ssh))
			.satisfies((ex) -> assertThat(ex.remedy().orElse("")).contains("OpenSSH"));
	}

	@ParameterizedTest
	@CsvSource({ "rwx------,true", "rwxrwxrwx,false", "rwxr-x---,false" })
	void wordsKeepTheConnectionWhereAFolderIsShortAndTheUsersAlone(String permissions, boolean kept)
			throws IOException {
		Path runtime = Files.createTempDirectory("r");
		try {
			Files.setPosixFilePermissions(runtime, PosixFilePermissions.fromString(permissions));
			List<String> words = program(Map.of("XDG_RUNTIME_DIR", runtime.toString())).words();
			assertThat(words).startsWith("ssh", "-T")
				.contains("BatchMode=yes")
				.endsWith("-l", "me", "--", "big", SshDestination.parse("ssh://me@big").orElseThrow().command());
			assertThat(words.contains("ControlPath=" + runtime + "/headjack-ssh-%C")).isEqualTo(kept);
		}
		finally {
			Files.delete(runtime);
		}
	}

	@Test
	void wordsWithoutSuchAFolderMakeEachConnectionAnew() {
		assertThat(
				program(Map.of("XDG_RUNTIME_DIR", this.folder.resolve("l" + "o".repeat(40) + "ng").toString())).words())
			.noneMatch((word) -> word.startsWith("Control"));
	}

	private static byte[] echo(SshTunnel tunnel, byte[] bytes) throws IOException {
		try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(tunnel.socket()))) {
			Thread writer = Thread.ofVirtual().start(() -> write(channel, bytes));
			byte[] answer = Channels.newInputStream(channel).readAllBytes();
			writer.interrupt();
			return answer;
		}
	}

	private static void write(SocketChannel channel, byte[] bytes) {
		try {
			ByteBuffer buffer = ByteBuffer.wrap(bytes);
			while (buffer.hasRemaining()) {
				channel.write(buffer);
			}
			channel.shutdownOutput();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private SshProgram ssh(String script) {
		try {
			Path program = this.folder.resolve("ssh");
			Files.writeString(program, script);
			Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return program(Map.of("PATH", this.folder + ":/usr/bin:/bin"));
	}

	private SshProgram program(Map<String, String> variables) {
		HostEnvironment host = new HostEnvironment(OperatingSystem.LINUX, this.folder, this.folder, variables,
				Set.of());
		return new SshProgram(host, SshDestination.parse("ssh://me@big").orElseThrow());
	}

}
