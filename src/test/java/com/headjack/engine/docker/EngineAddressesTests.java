package com.headjack.engine.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.engine.EngineUnavailableException;
import com.headjack.engine.RuntimeName;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EngineAddressesTests {

	@TempDir
	Path home;

	@Test
	void autoWhenNothingIsNamedLooksForDockerThenPodman() {
		assertThat(candidates("auto", Map.of("XDG_RUNTIME_DIR", "/run/user/1000"))).containsExactly(
				"unix:///var/run/docker.sock", "unix:///run/user/1000/docker.sock",
				"unix://" + this.home + "/.docker/run/docker.sock", "unix:///run/user/1000/podman/podman.sock",
				"unix:///run/podman/podman.sock");
	}

	@Test
	void dockerLeavesPodmanOut() {
		assertThat(candidates("docker", Map.of())).containsExactly("unix:///var/run/docker.sock",
				"unix://" + this.home + "/.docker/run/docker.sock");
	}

	@Test
	void podmanLooksForPodmanAlone() {
		assertThat(candidates("podman", Map.of("DOCKER_HOST", "unix:///d.sock")))
			.containsExactly("unix:///run/podman/podman.sock");
		assertThat(candidates("podman", Map.of("CONTAINER_HOST", "unix:///p.sock"))).containsExactly("unix:///p.sock");
	}

	@Test
	void autoWhenDockerHostIsSetLooksNowhereElse() throws IOException {
		context("work", "{\"Endpoints\":{\"docker\":{\"Host\":\"unix:///work.sock\"}}}");
		assertThat(candidates("auto", Map.of("DOCKER_HOST", "tcp://127.0.0.1:2375", "DOCKER_CONTEXT", "work")))
			.containsExactly("tcp://127.0.0.1:2375");
	}

	@Test
	void autoWhenTheVariableNamesAContextTakesItsAddress() throws IOException {
		context("work", "{\"Endpoints\":{\"docker\":{\"Host\":\"unix:///work.sock\"}}}");
		assertThat(addresses(Map.of("DOCKER_CONTEXT", "work")).candidates(RuntimeName.AUTO)).singleElement()
			.satisfies((address) -> assertThat(address).hasToString("unix:///work.sock"))
			.satisfies((address) -> assertThat(address.context()).isEqualTo("work"));
	}

	@Test
	void autoWhenTheConfigurationNamesAContextTakesItsAddress() throws IOException {
		configuration("{\"currentContext\":\"work\",\"auths\":{}}");
		context("work", "{\"Endpoints\":{\"docker\":{\"Host\":\"unix:///work.sock\"}}}");
		assertThat(candidates("auto", Map.of())).containsExactly("unix:///work.sock");
	}

	@Test
	void autoWhenTheContextIsTheDefaultLooksAtTheSockets() throws IOException {
		configuration("{\"currentContext\":\"default\"}");
		assertThat(candidates("auto", Map.of())).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{\"currentContext\":{}}", "{\"currentContext\":null}" })
	void autoWhenTheConfigurationIsBrokenLooksAtTheSockets(String json) throws IOException {
		configuration(json);
		assertThat(candidates("auto", Map.of())).hasSize(3);
	}

	@Test
	void autoWhenTheContextIsGoneNamesIt() {
		assertThatExceptionOfType(EngineUnavailableException.class)
			.isThrownBy(() -> candidates("auto", Map.of("DOCKER_CONTEXT", "gone")))
			.withMessage("there is no docker context \"gone\"");
	}

	@Test
	void autoWhenDockerConfigIsSetReadsTheContextThere() throws IOException {
		Path elsewhere = Files.createDirectories(this.home.resolve("elsewhere"));
		Files.writeString(elsewhere.resolve("config.json"), "{\"currentContext\":\"gone\"}");
		assertThatExceptionOfType(EngineUnavailableException.class)
			.isThrownBy(() -> candidates("auto", Map.of("DOCKER_CONFIG", elsewhere.toString())));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ssh://", "ssh://-oProxyCommand=x", "ssh://me@-x", "ssh://-me@h", "ssh://a b",
			"ssh://h:1x", "ssh://h/a b", "ssh://h/'x'", "ssh://h/$x", "ssh://h?x", "ssh:h", "somewhere", "unix://",
			"unix:relative", "unix://relative", "unix://~/d.sock", "tcp://", "tcp://:2375", "tcp://a:70000",
			"tcp://a:1?b", "tcp://me@a:1", "tcp://a b", "://", "a b", "npipe:////./pipe/docker_engine", "npipe:",
			"fd://", "fd://3", "/var/run/docker.sock", "http://127.0.0.1:2375", "https://127.0.0.1:2376", "quic://a",
			"127.0.0.1", "/", ":", "a\u00e9", "~/d.sock" })
	void autoWhenDockerHostIsNoUsableAddressSaysSo(String value) {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> candidates("auto", Map.of("DOCKER_HOST", value)))
			.withMessage("DOCKER_HOST names an engine that cannot be used: " + value)
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.UNAVAILABLE))
			.satisfies((ex) -> assertThat(ex.remedy()).isPresent());
	}

	@ParameterizedTest
	@CsvSource({ "ssh://me@,ssh://USER@HOST", "/var/run/docker.sock,unix:///var/run/docker.sock",
			"http://127.0.0.1:2375/,tcp://127.0.0.1:2375", "fd://,unix:///var/run/docker.sock",
			"npipe:////./pipe/x,Windows", "somewhere,unix:///" })
	void autoWhenDockerHostIsNoUsableAddressTellsHowToWriteIt(String value, String remedy) {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> candidates("auto", Map.of("DOCKER_HOST", value)))
			.satisfies((ex) -> assertThat(ex.remedy().orElse("")).contains(remedy));
	}

	@ParameterizedTest
	@CsvSource({ "unix:///d.sock,unix:///d.sock", "'  unix:///d.sock ',unix:///d.sock", "UNIX:///d.sock,unix:///d.sock",
			"unix:/d.sock,unix:///d.sock", "unix:///a b/d%20.sock,unix:///a b/d%20.sock",
			"tcp://127.0.0.1:2375/,tcp://127.0.0.1:2375", "TCP://[::1]:2375,tcp://[::1]:2375",
			"tcp://[::1],tcp://[::1]:2375", "127.0.0.1:23750,tcp://127.0.0.1:23750", "[::1]:23750,tcp://[::1]:23750",
			"localhost:1,tcp://localhost:1", "tcp://h:1/prefix,tcp://h:1/prefix", "ssh://me@h,ssh://me@h",
			"SSH://h:22,ssh://h:22", "ssh://h/,ssh://h", "ssh://my_alias,ssh://my_alias",
			"ssh://a.b+c@[fe80::1]:2,ssh://a.b+c@[fe80::1]:2",
			"ssh://me@h/run/user/1000/podman/podman.sock,ssh://me@h/run/user/1000/podman/podman.sock" })
	void autoTakesTheFormsThatUsersWrite(String value, String address) {
		assertThat(candidates("auto", Map.of("DOCKER_HOST", value))).containsExactly(address);
		assertThat(candidates("podman", Map.of("CONTAINER_HOST", value))).containsExactly(address);
	}

	@Test
	void autoWhenAnUnusableAddressHoldsAPasswordDoesNotRepeatIt() {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> candidates("auto", Map.of("DOCKER_HOST", "tcp://me:CANARY@host\u001b[31m:1")))
			.withMessage("DOCKER_HOST names an engine that cannot be used: tcp://me:…@host?[31m:1");
	}

	@Test
	void autoWhenAnAddressForSshHoldsAPasswordDoesNotRepeatIt() {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> candidates("auto", Map.of("DOCKER_HOST", "ssh://me:CANARY@host")))
			.withMessage("DOCKER_HOST names an engine that cannot be used: ssh://me:…@host")
			.satisfies((ex) -> assertThat(ex.remedy().orElse("")).contains("without a password"));
	}

	@ParameterizedTest
	@ValueSource(strings = { ".colima/default/docker.sock", ".orbstack/run/docker.sock", ".rd/docker.sock",
			".lima/docker/sock/docker.sock", ".docker/desktop/docker.sock",
			".local/share/containers/podman/machine/podman.sock" })
	void autoWhenAVirtualMachineHasASocketLooksThere(String path) throws IOException {
		Path socket = this.home.resolve(path);
		Files.createDirectories(socket.getParent());
		Files.createFile(socket);
		assertThat(candidates("auto", Map.of())).contains("unix://" + socket);
	}

	@Test
	void autoWhenTheEngineIsEncryptedTakesThatPort() {
		assertThat(candidates("auto", Map.of("DOCKER_HOST", "tcp://127.0.0.1", "DOCKER_TLS_VERIFY", "1")))
			.containsExactly("tcp://127.0.0.1:2376");
	}

	@Test
	void autoWhenAContextNamesNoUsableAddressNamesBoth() throws IOException {
		context("far", "{\"Endpoints\":{\"docker\":{\"Host\":\"quic://far\"}}}");
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> candidates("auto", Map.of("DOCKER_CONTEXT", "far")))
			.withMessage("docker context \"far\" names an engine that cannot be used: quic://far");
	}

	@Test
	void autoWhenTheAddressHasNoPortTakesTheUsualOne() {
		assertThat(candidates("auto", Map.of("DOCKER_HOST", "tcp://127.0.0.1")))
			.containsExactly("tcp://127.0.0.1:2375");
	}

	@Test
	void otherNamesAreMisused() {
		assertThatExceptionOfType(HeadjackException.class).isThrownBy(() -> candidates("lxc", Map.of()))
			.withMessage("runtime.name is \"lxc\"")
			.satisfies((ex) -> assertThat(ex.kind()).isEqualTo(FailureKind.MISUSED));
	}

	@Test
	void autoOnWindowsLooksAtPipesAlone() {
		assertThat(windows("auto", Map.of("XDG_RUNTIME_DIR", "/run/user/1000")))
			.containsExactly("npipe:////./pipe/docker_engine", "npipe:////./pipe/podman-machine-default");
		assertThat(windows("docker", Map.of())).containsExactly("npipe:////./pipe/docker_engine");
		assertThat(windows("podman", Map.of())).containsExactly("npipe:////./pipe/podman-machine-default");
	}

	@ParameterizedTest
	@ValueSource(strings = { "npipe:////./pipe/docker_engine", "npipe:////./pipe/dockerDesktopLinuxEngine",
			"tcp://127.0.0.1:2375" })
	void autoOnWindowsTakesThePipeOrTheHostThatIsNamed(String value) {
		assertThat(windows("auto", Map.of("DOCKER_HOST", value))).containsExactly(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "npipe:", "npipe://", "npipe:////elsewhere/pipe/docker_engine",
			"npipe:////./mailslot/docker_engine", "npipe://./pipe/docker_engine", "unix:///var/run/docker.sock",
			"ssh://somewhere" })
	void autoOnWindowsWhenDockerHostIsNoUsableAddressSaysSo(String value) {
		assertThatExceptionOfType(HeadjackException.class)
			.isThrownBy(() -> windows("auto", Map.of("DOCKER_HOST", value)))
			.withMessage("DOCKER_HOST names an engine that cannot be used: " + value)
			.satisfies((ex) -> assertThat(ex.remedy())
				.contains("give it an address that starts with npipe:////./pipe/ or tcp://"));
	}

	private List<String> windows(String runtime, Map<String, String> variables) {
		return addresses(OperatingSystem.WINDOWS, variables).candidates(RuntimeName.parse(runtime))
			.stream()
			.map(EngineAddress::toString)
			.toList();
	}

	private List<String> candidates(String runtime, Map<String, String> variables) {
		return addresses(variables).candidates(RuntimeName.parse(runtime))
			.stream()
			.map(EngineAddress::toString)
			.toList();
	}

	private EngineAddresses addresses(Map<String, String> variables) {
		return addresses(OperatingSystem.LINUX, variables);
	}

	private EngineAddresses addresses(OperatingSystem operatingSystem, Map<String, String> variables) {
		return new EngineAddresses(new HostEnvironment(operatingSystem, this.home, this.home, variables, Set.of()));
	}

	private void configuration(String json) throws IOException {
		Files.writeString(Files.createDirectories(this.home.resolve(".docker")).resolve("config.json"), json);
	}

	private void context(String name, String json) throws IOException {
		Path meta = this.home.resolve(".docker/contexts/meta").resolve(sha256(name));
		Files.writeString(Files.createDirectories(meta).resolve("meta.json"), json);
	}

	private static String sha256(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
