package com.headjack.product;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A user with engines by name: another one on this machine, and this machine's again
 * behind TLS.
 */
@InWorld(World.RESIDENT)
class SeveralEnginesIntegrationTests extends InstanceTestBase {

	@TempDir
	static Path place;

	private static ScratchEngine big;

	private static NetworkFront front;

	@BeforeAll
	static void startEngines() throws IOException {
		big = ScratchEngine.docker();
		front = NetworkFront.encrypted(place.resolve("front"));
	}

	@AfterAll
	static void stopEngines() throws IOException {
		front.close();
		big.close();
	}

	private Hjk.Result add(String name, String... address) {
		return this.product.hjk(IntStream.range(0, address.length + 3)
			.mapToObj((index) -> (index < 3) ? List.of("engine", "add", name).get(index) : address[index - 3])
			.toArray(String[]::new));
	}

	@Test
	void anInstanceIsMadeOnAnEngineAndFoundThereWithoutBeingTold() throws IOException {
		assertThat(add("big", big.address()).done()).startsWith("Added engine big\nEngine big is docker ");
		this.product.hjk("run", "feat/y").done();
		SampleLogin login = SampleLogin.of("codex", "subscription");
		this.product.piped(login.secret(), login.auth()).done();
		this.product.hjk("run", "feat/x", "--on", "big").done();
		assertThat(big.containers().lines()).hasSize(1);
		this.product.hjk(login.ask("feat/x", "first")).done();
		assertThat(this.product.log("feat/x", "first")).contains(login.answer());
		assertThat(this.product.hjk("ps").done().lines()).anyMatch((line) -> line.matches("BRANCH +ENGINE +STATUS .*"))
			.anyMatch((line) -> line.matches("feat/x +big +running .*"))
			.anyMatch((line) -> line.matches("feat/y +local +running .*"));
		assertThat(this.product.hjk("ps", "-a", "-o", "json").done()).contains("\"engine\" : \"big\"");
		assertThat(this.product.hjk("run", "feat/x", "--on", "local").errors())
			.contains("warning: the container of branch feat/x stays on engine big");
		assertThat(this.product.hjk("audit", "feat/x").done()).doesNotContain("found");
		this.product.hjk("stop", "feat/x").done();
		this.product.hjk("run", "feat/x").done();
		this.product.hjk("recreate", "feat/x").done();
		assertThat(big.containers().lines()).hasSize(1);
		this.product.hjk("engine", "remove", "big").assertFailed(1, "engine big has 1 instance", "hjk ps -a");
		this.product.hjk("rm", "feat/x", "-f").done();
		assertThat(big.containers()).isEmpty();
		assertThat(this.product.hjk("engine", "remove", "big").done()).isEqualTo("Removed engine big\n");
		this.product.hjk("run", "feat/z", "--on", "big")
			.assertFailed(4, "there is no engine \"big\"", "hjk engine add");
		this.product.hjk("rm", "feat/y", "-f").done();
		this.product.assertNothingIsMade("feat/z");
	}

	@Test
	void oneEngineByTwoNamesHasEachInstanceOnce() throws IOException {
		add("lab", front.address(), "--certificates", front.certify(this.folder.resolve("certificates")).toString())
			.done();
		this.product.hjk("engine", "default", "lab").done();
		this.product.hjk("run", "feat/x").done();
		assertThat(this.product.hjk("ps").done().lines()).hasSize(2)
			.anyMatch((line) -> line.matches("feat/x +lab +running .*"));
		String text = "line of 16 bytes\n".repeat(100_000);
		assertThat(this.product.piped(text, "exec", "feat/x", "--no-mux", "--", "cat").output()).isEqualTo(text);
		assertThat(this.product.hjk("engine", "list").done().lines())
			.anyMatch((line) -> line.matches("lab +tcp://127.0.0.1:\\d+ +default"));
		this.product.hjk("engine", "test", "lab").done();
		Files.delete(this.folder.resolve("certificates/key.pem"));
		this.product.hjk("engine", "test", "lab").assertFailed(4, "key.pem is missing in ", "repair them");
	}

	@Test
	void anEngineThatIsSilentHidesOnlyItsOwnInstances() throws IOException {
		add("big", big.address()).done();
		this.product.hjk("run", "feat/x").done();
		this.product.hjk("run", "feat/y", "--on", "big").done();
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			String address = "tcp://127.0.0.1:" + silent.getLocalPort();
			this.product.hjk("config", "engines.big.address", address).done();
			Hjk.Result listed = this.product.hjk("ps", "-a");
			assertThat(listed.done().lines()).anyMatch((line) -> line.matches(".* feat/x +local +running .*"))
				.anyMatch((line) -> line.matches(".* feat/y +big +unreachable .*"));
			assertThat(listed.errors()).contains("warning: engine big is left out: ", "hint: 'hjk engine list'");
			this.product.hjk("stop", "feat/x").done();
			this.product.hjk("run", "feat/y").assertFailed(4, address, "");
			assertThat(this.product.hjk("doctor").output()).contains("engine big");
			this.product.hjk("config", "engines.big.address", big.address()).done();
			assertThat(this.product.inside("feat/y", "echo there")).isEqualTo("there\n");
			this.product.hjk("config", "engines.big.address", address).done();
			this.product.hjk("engine", "remove", "big", "-f").done();
			assertThat(this.product.hjk("ps").done().lines()).anyMatch((line) -> line.matches("feat/y +missing .*"));
			this.product.hjk("rm", "feat/y", "-f").done();
		}
		this.product.tool("docker", "--host", big.address(), "rm", "-f", big.containers().strip());
	}

	@Test
	void manyBranchesBeginAndEndAtOnceOnSeveralEngines() throws Exception {
		add("big", big.address()).done();
		add("lab", front.address(), "--certificates", front.certify(this.folder.resolve("certificates")).toString())
			.done();
		List<String> engines = List.of("local", "big", "lab");
		each((number) -> this.product.hjk("run", "many/" + number, "--on", engines.get(number % 3)));
		each((number) -> this.product.hjk("exec", "many/" + number, "-d", "-n", "a", "--", "echo", "done"));
		for (String engine : engines) {
			assertThat(this.product.hjk("ps").done().lines())
				.filteredOn((line) -> line.matches("many/\\d+ +" + engine + " +running .*"))
				.hasSizeBetween(6, 7);
		}
		assertThat(this.product.log("many/19", "a")).isEqualTo("done\n");
		each((number) -> this.product.hjk("rm", "many/" + number, "-f"));
		assertThat(big.containers()).isEmpty();
		assertThat(this.product.hjk("ps").done()).isEqualTo("No instances found\n");
	}

	/**
	 * Does something with twenty branches at once.
	 */
	private static void each(IntFunction<Hjk.Result> command) throws Exception {
		try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
			List<Future<Hjk.Result>> begun = IntStream.range(0, 20)
				.mapToObj((number) -> threads.submit(() -> command.apply(number)))
				.toList();
			for (Future<Hjk.Result> one : begun) {
				one.get().done();
			}
		}
	}

}
