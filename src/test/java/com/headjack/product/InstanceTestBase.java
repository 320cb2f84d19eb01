package com.headjack.product;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

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
	void removeInstances() {
		this.product.hjk("rm", "feat/x", "-f");
	}

}
