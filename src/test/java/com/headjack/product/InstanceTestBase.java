package com.headjack.product;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * For tests that make an instance of the branch {@code feat/x}.
 */
abstract class InstanceTestBase {

	@TempDir
	Path folder;

	Hjk product;

	@BeforeEach
	void makeProduct() throws IOException {
		this.product = new Hjk(this.folder);
	}

	@AfterEach
	void removeInstances() {
		this.product.hjk("rm", "feat/x", "-f");
	}

}
