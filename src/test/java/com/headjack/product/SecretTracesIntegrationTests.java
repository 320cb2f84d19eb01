package com.headjack.product;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks for secrets where they must not be, after every login was used in one container.
 */
@InWorld(World.RESIDENT)
class SecretTracesIntegrationTests extends InstanceTestBase {

	private static final String IMAGE = "headjack/agent:latest";

	/**
	 * Stands in a file of the image.
	 */
	private static final String KNOWN = "check_for_update_on_startup";

	private final String snapshot = "headjack/test-" + UUID.randomUUID();

	@Test
	void noSecretIsInAnImageASnapshotAnEventOrADebugLog() throws IOException {
		long started = Instant.now().getEpochSecond();
		useAllLogins();
		String container = this.product.container("feat/x");
		assertThat(this.product.hjk("audit", "feat/x").done()).doesNotContain("found");
		Canary.assertAbsent(this.product.tool("docker", "diff", container));
		String events = "docker events --since " + started + " --until " + (Instant.now().getEpochSecond() + 1);
		Canary.assertAbsentInOutput(this.product, events + " --filter container=" + container, "exec_create");
		this.product.tool("docker", "commit", container, this.snapshot);
		try {
			assertSnapshotIsClean();
		}
		finally {
			this.product.tool("docker", "image", "rm", this.snapshot);
		}
	}

	private void useAllLogins() {
		assertQuiet(this.product.hjk("run", "feat/x", "--debug"));
		for (SampleLogin login : SampleLogin.all()) {
			assertQuiet(this.product.piped(login.secret(), login.auth("--debug")));
			// The files of the login before this one would clash.
			this.product.hjk("kill", "feat/x/" + login.agent() + "-apikey");
			assertQuiet(this.product.hjk(login.start("feat/x", login.agent() + "-" + login.method(), "--debug")));
		}
	}

	private static void assertQuiet(Hjk.Result result) {
		Canary.assertAbsent(result.errors());
		Canary.assertAbsent(result.done());
	}

	private void assertSnapshotIsClean() throws IOException {
		for (String image : new String[] { IMAGE, this.snapshot }) {
			Canary.assertAbsent(this.product.tool("docker", "inspect", image));
			Canary.assertAbsent(this.product.tool("docker", "history", "--no-trunc", image));
		}
		assertThat(this.product.tool("docker", "inspect", "--format", "{{len .RootFS.Layers}}", this.snapshot))
			.isNotEqualTo(this.product.tool("docker", "inspect", "--format", "{{len .RootFS.Layers}}", IMAGE));
		Canary.assertAbsentInOutput(this.product, "docker save " + IMAGE + " " + this.snapshot, KNOWN);
	}

}
