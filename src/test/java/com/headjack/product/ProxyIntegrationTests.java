package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The proxies of the client's configuration, and the addresses that users write.
 */
@InWorld(World.RESIDENT)
class ProxyIntegrationTests extends InstanceTestBase {

	private static final String SHOW = "env | grep -i _proxy | sort";

	@Test
	void proxiesAreThoseOfDockersOwnProgram() throws IOException {
		configure("\"httpProxy\":\"http://proxy.example:1\",\"httpsProxy\":\"http://127.0.0.1:3128\","
				+ "\"noProxy\":\"localhost,.internal\"");
		Hjk.Result run = this.product.hjk("run", "feat/x");
		run.done();
		assertThat(run.errors()).containsOnlyOnce("warning: HTTPS_PROXY in docker's configuration");
		String wanted = this.product.tool("docker", "run", "--rm", "headjack/agent", "sh", "-c", SHOW);
		assertThat(this.product.inside("feat/x", SHOW)).isEqualTo(wanted).hasLineCount(6);
		this.product.hjk("exec", "feat/x", "-d", "-n", "a", "--", "sh", "-c", SHOW).done();
		assertThat(this.product.log("feat/x", "a")).isEqualTo(wanted);
		assertThat(this.product.hjk("run", "feat/x").errors()).isEmpty();
		Hjk.Result doctor = this.product.hjk("doctor");
		assertThat(doctor.code()).isEqualTo(4);
		assertThat(doctor.output()).contains("HTTPS_PROXY: a proxy on this machine's loopback address");
	}

	@Test
	void aProxysPasswordIsNotInTheContainersConfiguration() throws IOException {
		configure("\"httpProxy\":\"http://me:FAKE-CANARY-proxy@proxy.example:1\"");
		this.product.hjk("config", "runtime.flags", "[--env, \"http_proxy=http://mine.example:1\"]").done();
		this.product.hjk("run", "feat/x").done();
		String shown = "HTTP_PROXY=http://me:FAKE-CANARY-proxy@proxy.example:1\nhttp_proxy=http://mine.example:1\n";
		assertThat(this.product.inside("feat/x", SHOW)).isEqualTo(shown);
		this.product.hjk("exec", "feat/x", "-d", "-n", "a", "--", "sh", "-c", SHOW).done();
		assertThat(this.product.log("feat/x", "a")).isEqualTo(shown);
		assertThat(this.product.tool("docker", "inspect", this.product.container("feat/x"))).doesNotContain("CANARY");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ssh://me@host", "/var/run/docker.sock", "http://127.0.0.1:23750", "127.0.0.1:23750",
			"unix:///no such/folder/engine.sock", "fd://", "tcp://[::1]:23750" })
	void anAddressThatDoesNotWorkIsNamed(String address) {
		this.product.with("DOCKER_HOST", address).hjk("ps").assertFailed(4, address, "");
		this.product.hjk("run", "feat/x").assertFailed(4, address, "");
		assertThat(this.product.hjk("doctor").code()).isEqualTo(4);
		this.product.without("DOCKER_HOST");
	}

	private void configure(String proxies) throws IOException {
		Path folder = Files.createDirectories(this.product.home().resolve(".docker"));
		Files.writeString(folder.resolve("config.json"), "{\"proxies\":{\"default\":{" + proxies + "}}}");
	}

}
