package com.headjack.engine.docker;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.github.dockerjava.api.exception.BadRequestException;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.InternalServerErrorException;
import com.github.dockerjava.api.exception.NotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.engine.ContainerConflictException;
import com.headjack.engine.ContainerNotRunningException;
import com.headjack.engine.ContainerSpec;
import com.headjack.engine.EngineException;
import com.headjack.engine.EngineUnavailableException;
import com.headjack.engine.ImageNotFoundException;
import com.headjack.engine.Mount;
import com.headjack.engine.NamedAddress;
import com.headjack.engine.RuntimeOptions;
import com.headjack.engine.docker.EngineAddress.Reach;
import com.headjack.failure.FailureKind;

import static org.assertj.core.api.Assertions.assertThat;

class EngineFailuresTests {

	private static final EngineAddress DOCKER = EngineAddress.of(Path.of("/d.sock"));

	private static final EngineAddress PODMAN = EngineAddress.of(Path.of("/p.sock"));

	@Test
	void unreachableNamesWhatWasLookedAt() {
		EngineException failure = EngineFailures.unreachable(new LinkedHashMap<>(Map.of(DOCKER, Reach.MISSING)));
		assertThat(failure).hasMessage("no container engine answers (looked at unix:///d.sock)");
		assertThat(failure.remedy()).contains("start Docker or Podman, or set DOCKER_HOST");
		assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
	}

	@Test
	void unreachableWhenASocketIsForbiddenTellsOfTheGroup() {
		Map<EngineAddress, Reach> tried = new LinkedHashMap<>();
		tried.put(PODMAN, Reach.MISSING);
		tried.put(DOCKER, Reach.DENIED);
		EngineException failure = EngineFailures.unreachable(tried);
		assertThat(failure).hasMessage("permission denied on unix:///d.sock");
		assertThat(failure.remedy()).hasValueSatisfying((remedy) -> assertThat(remedy).contains("group docker"));
	}

	@Test
	void unreachableTellsWhatIsWrongWithEachPlace() {
		Map<EngineAddress, Reach> tried = new LinkedHashMap<>();
		tried.put(DOCKER, Reach.REFUSED);
		tried.put(PODMAN, Reach.NO_SOCKET);
		assertThat(EngineFailures.unreachable(tried))
			.hasMessage("no container engine answers (looked at unix:///d.sock: nothing listens there, "
					+ "unix:///p.sock: a file or folder is in the place of the socket)");
	}

	@Test
	void unreachableWhenThePathIsTooLongTellsSo() {
		EngineException failure = EngineFailures.unreachable(Map.of(DOCKER, Reach.TOO_LONG));
		assertThat(failure).hasMessage("the path of the socket is too long: unix:///d.sock");
		assertThat(failure.remedy()).isPresent();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					no such image: BAD: invalid reference format: repository name must be lowercase | repository name must be lowercase
					no such image: BAD: invalid reference format                                    | invalid reference format
					""")
	void refusedImageForANameThatNoImageCanHaveTellsWhatOneCan(String answer, String reason) {
		EngineException failure = EngineFailures.refusedImage("BAD", new BadRequestException(answer));
		assertThat(failure).isInstanceOf(ImageNotFoundException.class)
			.hasMessage("\"BAD\" is not a valid image name: " + reason);
		assertThat(failure.kind()).isEqualTo(FailureKind.MISUSED);
		assertThat(failure.remedy()).hasValueSatisfying((remedy) -> assertThat(remedy).contains("my/agent:1"));
	}

	@Test
	void reachTellsWhatIsInThePlaceOfTheSocket(@TempDir Path folder) throws IOException {
		Path socket = Files.createDirectory(folder.resolve("a".repeat(100))).resolve("engine.sock");
		assertThat(EngineAddress.of(folder).reach()).isEqualTo(Reach.NO_SOCKET);
		assertThat(EngineAddress.of(Files.createFile(folder.resolve("file"))).reach()).isEqualTo(Reach.NO_SOCKET);
		assertThat(EngineAddress.of(socket).reach()).isEqualTo(Reach.MISSING);
		Path near = folder.resolve("near.sock");
		try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			server.bind(UnixDomainSocketAddress.of(near));
			assertThat(EngineAddress.of(near).reach()).isEqualTo(Reach.CONNECTS);
			Files.createSymbolicLink(socket, near);
			assertThat(EngineAddress.of(socket).reach()).isEqualTo(Reach.TOO_LONG);
		}
		assertThat(EngineAddress.of(near).reach()).isEqualTo(Reach.REFUSED);
	}

	@Test
	void socketGroupTellsHowToBecomeAMember(@TempDir Path folder) {
		assertThat(new SocketGroup(Optional.of("engines")).remedy())
			.isEqualTo("add yourself to the group engines ('sudo usermod -aG engines $USER') and log in again");
		assertThat(new SocketGroup(Optional.of("root")).remedy()).contains("chgrp docker");
		assertThat(SocketGroup.of(folder).name()).isPresent();
		assertThat(SocketGroup.of(folder.resolve("absent")).remedy()).contains("group docker");
	}

	@Test
	void unreachableWhenAPipeIsForbiddenTellsOfTheGroupOfWindows() {
		EngineException failure = EngineFailures
			.unreachable(new LinkedHashMap<>(Map.of(EngineAddress.ofPipe("docker_engine"), Reach.DENIED)));
		assertThat(failure).hasMessage("permission denied on npipe:////./pipe/docker_engine");
		assertThat(failure.remedy()).contains("add yourself to the group docker-users and log in again");
	}

	@Test
	void ofCreationWhenTheImageIsMissingTellsHowToBuildIt() {
		EngineException failure = EngineFailures.ofCreation("podman", PODMAN, spec("headjack/agent:latest"),
				new NotFoundException("{\"message\":\"No such image: headjack/agent:latest\"}"));
		assertThat(failure).isInstanceOf(ImageNotFoundException.class)
			.hasMessage("there is no image \"headjack/agent:latest\"");
		assertThat(failure.remedy()).hasValueSatisfying((remedy) -> assertThat(remedy).contains("hjk image build"));
	}

	@Test
	void ofCreationWhenTheNameIsTakenIsAConflict() {
		for (DockerException answer : List.of(new ConflictException("{\"message\":\"Conflict.\"}"),
				new InternalServerErrorException("{\"message\":\"the container name is already in use by 0123\"}"))) {
			EngineException failure = EngineFailures.ofCreation("podman", PODMAN, spec("a"), answer);
			assertThat(failure).isInstanceOf(ContainerConflictException.class);
			assertThat(failure.remedy()).contains("remove it with 'podman rm name'");
		}
	}

	@Test
	void ofCreationWhenPodmanHasNoInitProgramTellsWhatToInstall() {
		EngineException failure = EngineFailures
			.ofCreation("podman", PODMAN, spec("a"), new InternalServerErrorException(
					"{\"cause\":\"no such file\",\"message\":\"container create: container-init binary not found on the host\"}"));
		assertThat(failure).hasMessage("the engine has no init program for containers");
		assertThat(failure.remedy()).contains("install catatonit where the engine runs");
	}

	@Test
	void ofCreationOtherwiseGivesTheReason() {
		assertThat(EngineFailures.ofCreation("podman", PODMAN, spec("a"),
				new BadRequestException("{\"message\":\"bind source path does not exist: /x\"}\n")))
			.hasMessage("the engine refused to create container \"name\": bind source path does not exist: /x");
	}

	@ParameterizedTest
	@ValueSource(strings = { "invalid mount config for type bind: bind source path does not exist: %s",
			"invalid mount config for type bind: stat %s: permission denied",
			"Mounts denied: The path %s is not shared from the host and is not known to Docker.",
			"statfs %s: no such file or directory" })
	void ofCreationWhenASourceIsHereAndNotThereTellsThatTheEngineSeesOtherFiles(String reason, @TempDir Path folder) {
		ContainerSpec spec = new ContainerSpec("name", "a", "0:0", "/", List.of("sleep", "1"), Map.of(), Map.of(),
				List.of(new Mount.Bind(Path.of("/"), "/b", false), new Mount.Bind(folder, "/a", false)),
				RuntimeOptions.none());
		EngineException failure = EngineFailures.ofCreation("docker", EngineAddress.of(Path.of("/d.sock")), spec,
				new BadRequestException("{\"message\":\"" + reason.formatted(folder) + "\"}"));
		assertThat(failure).isInstanceOf(EngineUnavailableException.class)
			.hasMessageStartingWith(
					"the engine at unix:///d.sock does not see this machine's files: " + folder + " is");
		assertThat(failure.remedy()).isPresent();
	}

	@Test
	void ofExecWhenTheContainerStandsStillOrIsGoneIsNotRunning() {
		for (DockerException answer : List.of(new ConflictException("not running"), new NotFoundException("gone"),
				new InternalServerErrorException("{\"message\":\"only running ones: container state improper\"}"))) {
			assertThat(EngineFailures.ofExec("0123456789abcdef", "sh", answer))
				.isInstanceOf(ContainerNotRunningException.class)
				.hasMessageContaining("0123456789ab ");
		}
	}

	@Test
	void ofExecHoldsBackWhatTheEngineSays() {
		EngineException failure = EngineFailures.ofExec("0123456789abcdef", "sh",
				new InternalServerErrorException("{\"message\":\"invalid: KEY=CANARY\"}"));
		assertThat(failure).hasMessage("the engine refused to run \"sh\" in container 0123456789ab (status 500)")
			.hasNoCause();
	}

	@Test
	void reasonWhenItIsAboutAVariableDoesNotRepeatIt() {
		assertThat(EngineFailures
			.reason(new BadRequestException("{\"message\":\"invalid environment variable: =CANARY\"}")))
			.isEqualTo("an environment variable is invalid");
	}

	@Test
	void reasonIsOneBoundedLineWithoutControlCharacters() {
		String reason = EngineFailures.reason(new DockerException("a\u001b[31m" + "x".repeat(1000) + "\nnext", 500));
		assertThat(reason).hasSizeLessThan(310).doesNotContain("\u001b", "next");
	}

	@Test
	void imageReferenceSplitsNameAndTag() {
		assertThat(ImageReference.parse("a/b")).isEqualTo(new ImageReference("a/b", "latest"));
		assertThat(ImageReference.parse("localhost:5000/a"))
			.isEqualTo(new ImageReference("localhost:5000/a", "latest"));
		assertThat(ImageReference.parse("localhost:5000/a:1")).isEqualTo(new ImageReference("localhost:5000/a", "1"));
		String digest = "@sha256:" + "0".repeat(64);
		assertThat(ImageReference.parse("a" + digest)).isEqualTo(new ImageReference("a" + digest, ""));
		assertThat(ImageReference.parse("localhost:5000/a:1" + digest))
			.isEqualTo(new ImageReference("localhost:5000/a:1" + digest, ""));
	}

	@Test
	void whatIsSaidOfAnEngineWithANameNamesIt() {
		EngineAddress big = PODMAN.of(new NamedAddress("big", "unix:///p.sock", null));
		assertThat(EngineFailures.noImage("podman", big, "headjack/agent:latest", "").remedy())
			.contains("build it with 'hjk image build --on big'");
		assertThat(EngineFailures.mute(big, Duration.ofSeconds(1)).remedy())
			.contains("restart the engine, or give it another address, with 'hjk config engines.big.address ADDRESS'");
		assertThat(EngineFailures.stranger(big).remedy())
			.contains("give it another address, with 'hjk config engines.big.address ADDRESS'");
		assertThat(EngineFailures.unreachable(Map.of(big, Reach.REFUSED)).remedy())
			.contains("start it, or give it another address, with 'hjk config engines.big.address ADDRESS'");
	}

	@Test
	void noImageGivesTheReason() {
		assertThat(EngineFailures.noImage("podman", PODMAN, "a", "no route"))
			.hasMessage("there is no image \"a\": no route");
	}

	private static ContainerSpec spec(String image) {
		return new ContainerSpec("name", image, "0:0", "/", List.of("sleep", "1"), Map.of(), Map.of(), List.of(),
				RuntimeOptions.none());
	}

}
