package com.headjack.resident;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;
import com.headjack.wire.Frame;
import com.headjack.wire.FrameChannel;
import com.headjack.wire.FrameKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(30)
@EnabledOnOs(OS.LINUX)
class ResidentControlTests {

	private final Map<String, String> variables = new HashMap<>(Map.of("HJK_RESIDENT", "on"));

	@TempDir
	Path home;

	private Path runtime;

	@BeforeEach
	void install() throws IOException {
		this.runtime = Files.createDirectory(this.home.resolve("run"));
		mode("rwx------");
		this.variables.put("XDG_RUNTIME_DIR", this.runtime.toString());
		Files.writeString(Files.createDirectories(this.home.resolve("lib")).resolve("build"), "build-1\n");
	}

	private void mode(String mode) throws IOException {
		Files.setPosixFilePermissions(this.runtime, PosixFilePermissions.fromString(mode));
	}

	private ResidentControl control() {
		return new ResidentControl(
				new HostEnvironment(OperatingSystem.LINUX, this.home, this.home, this.variables, Set.of()),
				this.home.toString());
	}

	private Path launcher(String script) throws IOException {
		Path launcher = Files.createDirectories(this.home.resolve("bin")).resolve("hjk");
		Files.writeString(launcher, "#!/bin/sh\n" + script);
		return Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
	}

	private String started() throws Exception {
		Path file = this.home.resolve("started");
		for (int tries = 0; tries < 100 && !Files.exists(file); tries++) {
			TimeUnit.MILLISECONDS.sleep(20);
		}
		return Files.exists(file) ? Files.readString(file) : "";
	}

	@Test
	void obstacleTellsWhyThereIsNone() throws IOException {
		assertThat(control().obstacle()).isEmpty();
		this.variables.put("HJK_RESIDENT", "off");
		assertThat(control().obstacle()).hasValue("it is switched off");
		this.variables.put("HJK_RESIDENT", "auto");
		this.variables.put("CI", "true");
		assertThat(control().obstacle()).hasValue("CI is set");
		this.variables.put("HJK_RESIDENT", "on");
		assertThat(control().obstacle()).isEmpty();
		mode("rwxr-x---");
		assertThat(control().obstacle()).hasValue("XDG_RUNTIME_DIR names no folder of yours alone");
		mode("rwx------");
		this.variables.remove("XDG_RUNTIME_DIR");
		assertThat(control().obstacle()).isPresent();
	}

	@Test
	void theConfigurationSwitchesItOffAndOn() throws IOException {
		this.variables.remove("HJK_RESIDENT");
		Path file = Files.createDirectories(this.home.resolve(".config/headjack")).resolve("config.yaml");
		Files.writeString(file, "resident:\n  mode: off\n");
		assertThat(control().obstacle()).hasValue("it is switched off");
		Files.writeString(file, "resident:\n  mode: on\n  idle: 5\n");
		assertThat(control().obstacle()).isEmpty();
	}

	@Test
	void startIfWantedStartsTheLauncherWithFewVariables() throws Exception {
		this.variables.put("SECRET", "CANARY");
		launcher("env >" + this.home + "/started.new; echo \"$*\" >>" + this.home + "/started.new; mv " + this.home
				+ "/started.new " + this.home + "/started\n");
		control().startIfWanted();
		assertThat(started()).contains("PATH=").doesNotContain("CANARY").endsWith("resident serve\n");
		assertThat(this.runtime.resolve("headjack")).isDirectory();
	}

	@Test
	void startIfWantedTriesNotAgainAtOnce() throws Exception {
		launcher("echo again >" + this.home + "/started\n");
		Files.createDirectory(this.runtime.resolve("headjack"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		assertThat(control().rests()).isFalse();
		Files.writeString(this.runtime.resolve("headjack/build-1.lock"), "");
		assertThat(control().rests()).isTrue();
		control().startIfWanted();
		TimeUnit.MILLISECONDS.sleep(300);
		assertThat(this.home.resolve("started")).doesNotExist();
	}

	@Test
	void startIfWantedLeavesAloneWhatIsNotPrivate() throws Exception {
		launcher("echo again >" + this.home + "/started\n");
		Files.createDirectory(this.runtime.resolve("headjack"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
		control().startIfWanted();
		TimeUnit.MILLISECONDS.sleep(300);
		assertThat(this.home.resolve("started")).doesNotExist();
	}

	@Test
	void startIfWantedReplacesAProcessThatWasKilled() throws Exception {
		launcher("echo again >" + this.home + "/started\n");
		Path lock = lock();
		Files.writeString(this.runtime.resolve("headjack/build-1.sock"), "");
		Files.setLastModifiedTime(lock, FileTime.from(Instant.now().plus(Duration.ofDays(1))));
		control().startIfWanted();
		assertThat(started()).isEqualTo("again\n");
		assertThat(Files.getLastModifiedTime(lock).toInstant()).isBefore(Instant.now().plusSeconds(1));
	}

	@Test
	void startIfWantedLeavesAloneAProcessThatLives() throws Exception {
		launcher("echo again >" + this.home + "/started\n");
		Path lock = lock();
		try (FileChannel _ = new ResidentLock(lock).take()) {
			Files.setLastModifiedTime(lock, FileTime.from(Instant.EPOCH));
			control().startIfWanted();
			TimeUnit.MILLISECONDS.sleep(300);
			assertThat(this.home.resolve("started")).doesNotExist();
		}
	}

	@Test
	void startIfWantedWhenTheLockIsAPipeDoesNotHang() throws Exception {
		launcher("echo again >" + this.home + "/started\n");
		Path lock = lock();
		Files.delete(lock);
		for (List<String> words : List.of(List.of("mkfifo"), List.of("touch", "-d", "2001-02-03"))) {
			ProcessBuilder program = new ProcessBuilder(new ArrayList<>(words));
			program.command().add(lock.toString());
			assertThat(program.start().waitFor()).isZero();
		}
		control().startIfWanted();
		assertThat(this.home.resolve("started")).doesNotExist();
	}

	private Path lock() throws IOException {
		Files.createDirectory(this.runtime.resolve("headjack"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		return Files.createFile(this.runtime.resolve("headjack/build-1.lock"));
	}

	@Test
	void aProcessThatHangsIsTold() throws Exception {
		Path lock = lock();
		try (FileChannel _ = new ResidentLock(lock).take();
				ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			server.bind(UnixDomainSocketAddress.of(this.runtime.resolve("headjack/build-1.sock")));
			assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> control().status())
				.withMessage("the resident process does not answer")
				.satisfies((failure) -> assertThat(failure.remedy())
					.hasValue("end it by 'kill -KILL " + ProcessHandle.current().pid() + "'; hjk works without it"));
		}
	}

	@Test
	void anAnswerOfAnotherKindIsNone() throws Exception {
		lock();
		try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			server.bind(UnixDomainSocketAddress.of(this.runtime.resolve("headjack/build-1.sock")));
			Thread.ofPlatform().daemon().start(() -> {
				try (FrameChannel client = new FrameChannel(server.accept())) {
					client.send(Frame.of(FrameKind.DECLINED));
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
			assertThat(control().status()).isEmpty();
		}
	}

	@Test
	void stopAndStatusWhenThereIsNone() {
		assertThat(control().stop()).isEmpty();
		assertThat(control().status()).isEmpty();
		assertThat(new ResidentControl(
				new HostEnvironment(OperatingSystem.LINUX, this.home, this.home, this.variables, Set.of()), "")
			.status()).isEmpty();
	}

}
