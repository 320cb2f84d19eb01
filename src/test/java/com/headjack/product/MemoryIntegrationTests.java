package com.headjack.product;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A container with little memory.
 */
class MemoryIntegrationTests extends InstanceTestBase {

	private static final String GREEDY = "const all = []; for (;;) all.push(Buffer.alloc(1e7, 1))";

	@Test
	void aSessionThatNeedsMoreMemoryIsToldToBeKilledForIt() throws Exception {
		this.product.hjk("config", "runtime.memory", "150m").done();
		this.product.hjk("run", "feat/x").done();
		this.product.hjk("exec", "feat/x", "-d", "-n", "a", "--", "node", "-e", GREEDY).done();
		String sessions = "";
		for (int tries = 0; tries < 60 && !sessions.contains("killed"); tries++) {
			TimeUnit.MILLISECONDS.sleep(500);
			sessions = this.product.hjk("ps", "feat/x").done();
		}
		assertThat(sessions).containsPattern("a +exec +killed \\(out of memory\\)");
		this.product.hjk("exec", "feat/x", "-d", "-n", "b", "--", "sh", "-c", "kill -KILL $$").done();
		this.product.log("feat/x", "b");
		assertThat(this.product.hjk("ps", "feat/x").done()).containsPattern("b +exec +exited \\(137\\)");
		assertThat(this.product.hjk("exec", "feat/x", "--no-mux", "--", "node", "-e", GREEDY)).satisfies((result) -> {
			assertThat(result.code()).isEqualTo(137);
			assertThat(result.errors()).contains("too little memory; see 'hjk config runtime.memory'");
		});
	}

}
