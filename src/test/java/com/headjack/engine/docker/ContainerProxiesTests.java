package com.headjack.engine.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.core.DockerClientConfig;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.engine.ContainerSpec;
import com.headjack.engine.RuntimeOptions;
import com.headjack.host.HostEnvironment;
import com.headjack.host.OperatingSystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class ContainerProxiesTests {

	private static final EngineAddress ADDRESS = EngineAddress.of(Path.of("/var/run/docker.sock"));

	@TempDir
	Path home;

	@Test
	void ofTakesTheDefaultInBothCases() throws IOException {
		configure(
				"""
						{"proxies": {"default": {"httpProxy": "http://p:1", "HTTPSProxy": "http://p:2", "ftpProxy": "http://p:3",
							"noProxy": "localhost,.internal", "allProxy": "socks5://p:4", "otherProxy": "x"}}}""");
		assertThat(of(Map.of())).containsOnly(entry("HTTP_PROXY", "http://p:1"), entry("http_proxy", "http://p:1"),
				entry("HTTPS_PROXY", "http://p:2"), entry("https_proxy", "http://p:2"),
				entry("FTP_PROXY", "http://p:3"), entry("ftp_proxy", "http://p:3"),
				entry("NO_PROXY", "localhost,.internal"), entry("no_proxy", "localhost,.internal"),
				entry("ALL_PROXY", "socks5://p:4"), entry("all_proxy", "socks5://p:4"));
	}

	@Test
	void ofTakesThoseOfTheEnginesAddressAlone() throws IOException {
		configure("""
				{"proxies": {"default": {"httpProxy": "http://p:1", "ftpProxy": "http://p:3"},
					"unix:///var/run/docker.sock": {"httpProxy": "http://q:1", "httpsProxy": ""}}}""");
		assertThat(of(Map.of())).containsOnly(entry("HTTP_PROXY", "http://q:1"), entry("http_proxy", "http://q:1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{\"proxies\":[]}", "{\"proxies\":{\"default\":7}}",
			"{\"proxies\":{\"default\":{\"httpProxy\":7}}}", "{\"proxies\":null}" })
	void ofWhenTheConfigurationIsBrokenIsEmpty(String json) throws IOException {
		configure(json);
		assertThat(of(Map.of())).isEmpty();
	}

	@Test
	void ofWhenTheFileHasAByteOrderMarkReadsIt() throws IOException {
		configure("\ufeff{\"proxies\":{\"default\":{\"httpProxy\":\"http://p:1\"}}}");
		assertThat(of(Map.of())).hasSize(2);
	}

	@Test
	void ofPodmanAddsThoseOfTheEnvironment() throws IOException {
		configure("{\"proxies\":{\"default\":{\"noProxy\":\"a\"}}}");
		Map<String, String> variables = Map.of("https_proxy", "http://p:1", "NO_PROXY", "b", "ALL_PROXY", "http://p:2");
		assertThat(of(variables)).containsOnlyKeys("NO_PROXY", "no_proxy");
		assertThat(values(proxies(variables).of(ADDRESS, true))).containsOnly(entry("NO_PROXY", "a"),
				entry("no_proxy", "a"), entry("https_proxy", "http://p:1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://127.0.0.1:3128", "127.1.2.3:8080", "HTTP://LocalHost", "http://localhost.:1/",
			"http://me:FAKE@127.0.0.1:1", "socks5h://[::1]:1080", "0.0.0.0:1" })
	void loopbackKnowsThisMachine(String value) {
		assertThat(new ProxyVariable("HTTP_PROXY", value).loopback()).isTrue();
		assertThat(new ProxyVariable("NO_PROXY", value).loopback()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://proxy:3128", "http://10.0.0.127:1", "http://localhost.example:1",
			"http://127.0.0.1.example", "http://host.docker.internal:1", "http://[fe80::1]:1" })
	void loopbackKnowsOtherMachines(String value) {
		assertThat(new ProxyVariable("HTTP_PROXY", value).loopback()).isFalse();
	}

	@Test
	void createKeepsPasswordsOutAndLetsTheUsersOptionsWin() throws IOException {
		configure("""
				{"proxies": {"default": {"httpProxy": "http://me:CANARY@p:1", "httpsProxy": "http://p:2",
					"noProxy": "localhost"}}}""");
		assertThat(created("{}").getEnv()).containsExactlyInAnyOrder("HTTPS_PROXY=http://p:2",
				"https_proxy=http://mine", "NO_PROXY=localhost", "no_proxy=localhost");
		assertThat(proxies(Map.of()).of(ADDRESS, false).values())
			.hasToString("[HTTP_PROXY, http_proxy, HTTPS_PROXY, https_proxy, NO_PROXY, no_proxy]");
	}

	@Test
	void createOnAnEngineWithSelinuxTakesTheLabelAway() throws IOException {
		assertThat(security("{}")).containsExactly("no-new-privileges");
		assertThat(security("{\"SecurityOptions\":[\"name=seccomp,profile=default\",\"name=selinux\"]}"))
			.containsExactly("no-new-privileges", "label=disable");
	}

	private @Nullable List<String> security(String info) throws IOException {
		return Objects.requireNonNull(created(info).getHostConfig()).getSecurityOpts();
	}

	private CreateContainerCmd created(String info) throws IOException {
		ContainerSpec spec = new ContainerSpec("name", "image", "0:0", "/", List.of("sh"), Map.of(), Map.of(),
				List.of(), RuntimeOptions.parse(List.of("-e", "https_proxy=http://mine")));
		DockerClient client = new DockerClients(host(Map.of())).client(ADDRESS).docker();
		return new ContainerCreation(spec, DockerClientConfig.getDefaultObjectMapper().readValue(info, Info.class),
				proxies(Map.of()).of(ADDRESS, false).values())
			.on(client);
	}

	private Map<String, String> of(Map<String, String> variables) {
		return values(proxies(variables).of(ADDRESS, false));
	}

	private ContainerProxies proxies(Map<String, String> variables) {
		return new ContainerProxies(host(variables));
	}

	private HostEnvironment host(Map<String, String> variables) {
		return new HostEnvironment(OperatingSystem.LINUX, this.home, this.home, variables, Set.of());
	}

	private static Map<String, String> values(Map<String, ProxyVariable> proxies) {
		return proxies.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (proxy) -> proxy.getValue().value()));
	}

	private void configure(String json) throws IOException {
		Files.writeString(Files.createDirectories(this.home.resolve(".docker")).resolve("config.json"), json);
	}

}
