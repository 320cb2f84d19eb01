package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * For tests that make an instance of the branch {@code feat/x}. A test class that is
 * parameterized with {@link World} runs in each of its worlds.
 */
abstract class InstanceTestBase {

	@TempDir
	Path folder;

	@Parameter
	World world = World.of(this);

	Hjk product;

	@BeforeEach
	void makeProduct() throws IOException {
		this.product = new Hjk(this.folder, this.world);
	}

	@AfterEach
	void removeInstances() throws IOException {
		try {
			audit();
		}
		finally {
			this.product.hjk("rm", "feat/x", "-f");
		}
	}

	/**
	 * Looks for the logins of the test wherever hjk was, if it is asked to: that takes
	 * seconds a test.
	 */
	private void audit() throws IOException {
		String summary = System.getProperty("headjack.audit");
		if (summary == null) {
			return;
		}
		Hjk.Result result = this.product.hjk("audit", "-o", "json");
		Files.writeString(Path.of(summary), "%s %s%n".formatted(getClass().getSimpleName(), result.code()),
				StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		assertThat(result.output()).as("audit").doesNotContain("\"result\" : \"found\"");
	}

}
