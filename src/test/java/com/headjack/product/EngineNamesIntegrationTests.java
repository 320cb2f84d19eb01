package com.headjack.product;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Engines that a user names and forgets, none of which answers.
 */
class EngineNamesIntegrationTests extends InstanceTestBase {

	@Test
	void whatCannotBeAnEngineIsRefusedWithARemedy() {
		this.product.hjk("engine", "add", "local", "unix:///some/engine.sock")
			.assertFailed(2, "an engine cannot be named \"local\"", "is taken");
		this.product.hjk("engine", "add", "Big", "unix:///some/engine.sock")
			.assertFailed(2, "an engine cannot be named \"Big\"", "small letters");
		this.product.hjk("engine", "add", "big", "ftp://there")
			.assertFailed(4, "engine big names an engine that cannot be used: ftp://there", "ssh://");
		this.product.hjk("engine", "add", "big", "ssh://me:FAKE-word@there")
			.assertFailed(4, "cannot be used", "without a password");
		this.product.hjk("engine", "add").assertFailed(2, "NAME is missing", "hjk engine add NAME ADDRESS");
		assertThat(this.product.hjk("engine", "list").done()).doesNotContain("big");
		Hjk.Result added = this.product.hjk("engine", "add", "big", "unix:///nowhere/engine.sock");
		assertThat(added.done()).isEqualTo("Added engine big\n");
		assertThat(added.errors()).contains("warning: engine big does not answer: ");
		assertThat(this.product.hjk("engine", "test").code()).isEqualTo(1);
		this.product.hjk("engine", "add", "big", "unix:///else/engine.sock")
			.assertFailed(2, "there is an engine \"big\" already", "hjk engine remove");
		this.product.hjk("run", "feat/x", "--on", "big").assertFailed(4, "/nowhere/engine.sock", "");
		this.product.hjk("run", "feat/x", "--on", "bigger")
			.assertFailed(4, "there is no engine \"bigger\"", "hjk engine list");
		this.product.hjk("engine", "default", "bigger").assertFailed(3, "there is no engine \"bigger\"", "local, big");
		this.product.assertNothingIsMade("feat/x");
	}

	@Test
	void anEngineIsNamedChosenAndForgotten() {
		this.product.hjk("engine", "add", "big", "unix:///nowhere/engine.sock").done();
		assertThat(this.product.hjk("engine", "default", "big").done())
			.isEqualTo("New instances are made on engine big\n");
		assertThat(this.product.hjk("engine", "list", "-o", "json").done())
			.contains("\"address\" : \"unix:///nowhere/engine.sock\"");
		this.product.hjk("run", "feat/x").assertFailed(4, "/nowhere/engine.sock", "hjk config engines.big.address");
		this.product.hjk("engine", "test", "big").assertFailed(4, "/nowhere/engine.sock", "");
		assertThat(this.product.hjk("doctor").output()).contains("engine big");
		assertThat(this.product.hjk("engine", "remove", "big").done()).isEqualTo("Removed engine big\n");
		assertThat(this.product.hjk("engine", "list").done()).doesNotContain("big").contains("local");
		this.product.hjk("engine", "remove", "big").assertFailed(3, "there is no engine \"big\"", "local");
		this.product.hjk("engine", "remove", "local").assertFailed(2, "cannot be removed", "hjk engine default");
		this.product.hjk("run", "feat/x").done();
	}

}
