package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Where the secret of a session is while its agent runs: in the environment of the
 * agent's own process, and of those that it starts; and in no core dump of any of them.
 */
@ParameterizedClass
@EnumSource(value = World.class, names = { "RESIDENT", "HARDENED_ENGINE" })
class SecretHoldersIntegrationTests extends InstanceTestBase {

	static List<SampleLogin> logins() {
		return SampleLogin.all();
	}

	@ParameterizedTest
	@MethodSource("logins")
	void onlyTheAgentHasTheSecretAndNoCoreDumpHasIt(SampleLogin login) throws Exception {
		this.product.hjk("config", "runtime.flags", "[--network, none]").done();
		this.product.piped(login.secret(), login.auth()).done();
		this.product.hjk("run", "feat/x").done();
		try (SecretHolders holders = SecretHolders.watch(login.toString())) {
			this.product.hjk(login.start("feat/x", "a")).done();
			TimeUnit.SECONDS.sleep(8);
			ProcessHandle agent = holders.only();
			assertThat(agent.info().commandLine().orElse("")).contains(login.agent());
			crash(agent);
		}
		assertNoCoreDump();
	}

	private void crash(ProcessHandle agent) throws Exception {
		List<ProcessHandle> all = Stream.concat(agent.descendants(), Stream.of(agent)).toList();
		all.forEach((process) -> this.product.command("kill", "-ABRT", String.valueOf(process.pid())));
		agent.onExit().get(30, TimeUnit.SECONDS);
	}

	private void assertNoCoreDump() throws IOException {
		try (Stream<Path> files = Files.walk(this.product.worktree("feat~x"))) {
			assertThat(files.map((file) -> String.valueOf(file.getFileName())))
				.noneMatch((name) -> name.matches("core(\\.\\d+)?"));
		}
		assertThat(this.product.inside("feat/x", "ulimit -c; ulimit -Hc")).isEqualTo("0\n0\n");
	}

}
