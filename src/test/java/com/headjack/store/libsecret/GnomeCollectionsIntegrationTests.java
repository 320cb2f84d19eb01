package com.headjack.store.libsecret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.headjack.secret.Secret;
import com.headjack.store.Probe;
import com.headjack.store.SecretCorruptException;
import com.headjack.store.SecretName;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreLockedException;
import com.headjack.store.namesake.Item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The store where gnome-keyring has other collections than the usual one: the namesake's,
 * and one with a blank password.
 */
@Timeout(180)
class GnomeCollectionsIntegrationTests {

	private static final SecretName NAME = SecretName.of("claude");

	private static final SecretName OTHER = SecretName.of("codex").withAccount("work");

	private final TestBus bus = TestBus.withKeyring();

	private final GnomeCollections collections = new GnomeCollections(this.bus);

	private final SecretStore store = this.bus.store();

	@AfterEach
	void stopKeyring() throws IOException {
		this.bus.close();
	}

	@Test
	void findGivesTheNamesakesSecret() {
		plant(namesakes(), NAME, NAME.text());
		assertThat(this.store.find(NAME)).map(Secret::reveal).contains("CANARY-namesake");
		assertThat(this.store.find(OTHER)).isEmpty();
	}

	@Test
	void listGivesTheNamesakesNamesOnce() {
		String collection = namesakes();
		plant(collection, NAME, NAME.text());
		plant(collection, OTHER, OTHER.text());
		this.collections.put(collection, Map.of("other", "x"), "CANARY-other".getBytes(StandardCharsets.UTF_8));
		put();
		assertThat(this.store.list()).containsExactlyInAnyOrder(NAME, OTHER);
	}

	@Test
	void putGoesBeforeTheNamesakesSecretAndLeavesIt() throws IOException {
		plant(namesakes(), NAME, NAME.text());
		put();
		assertThat(this.store.find(NAME)).map(Secret::reveal).contains("CANARY-ours");
		assertThat(this.bus.output("secret-tool", "lookup", "profile", NAME.text())).contains("\"Key\"");
	}

	@Test
	void removeRemovesTheNamesakesSecretToo() {
		plant(namesakes(), NAME, NAME.text());
		put();
		assertThat(this.store.remove(NAME)).isTrue();
		assertThat(this.store.find(NAME)).isEmpty();
		assertThat(this.store.remove(NAME)).isFalse();
	}

	@Test
	void removeWhenOnlyTheNamesakeHasItSaysThatThereWasOne() {
		plant(namesakes(), NAME, NAME.text());
		assertThat(this.store.remove(NAME)).isTrue();
		assertThat(this.store.list()).isEmpty();
	}

	@Test
	void findWhenTheNamesakesItemIsOfAnotherNameIsCorrupt() {
		plant(namesakes(), NAME, OTHER.text());
		assertThatExceptionOfType(SecretCorruptException.class).isThrownBy(() -> this.store.find(NAME))
			.withMessageContaining("another name")
			.withMessageNotContaining("CANARY");
	}

	@Test
	void findWhenTheNamesakesItemIsNoItemIsCorrupt() {
		this.collections.put(namesakes(), Map.of("profile", NAME.text()), "CANARY".getBytes(StandardCharsets.UTF_8));
		assertThatExceptionOfType(SecretCorruptException.class).isThrownBy(() -> this.store.find(NAME))
			.withMessageNotContaining("CANARY");
	}

	@Test
	void findWhenTheNamesakesCollectionIsLockedSaysLockedUnlessItIsOurs() throws IOException {
		plant(namesakes(), NAME, NAME.text());
		this.bus.killProvider();
		this.bus.startKeyring("FAKE-password");
		SecretStore restarted = TestBus.patient(this.bus.address(), Duration.ofSeconds(1));
		assertThatExceptionOfType(StoreLockedException.class).isThrownBy(() -> restarted.find(NAME));
		assertThatExceptionOfType(StoreLockedException.class).isThrownBy(() -> restarted.remove(NAME));
		put();
		assertThat(restarted.find(NAME)).map(Secret::reveal).contains("CANARY-ours");
	}

	@Test
	void everyCallWhenTheDefaultCollectionHasABlankPasswordSucceedsWithNobodyThere() throws IOException {
		this.collections.makeDefault(this.collections.create("blank", ""));
		put();
		this.bus.killProvider();
		this.bus.startKeyring("");
		assertThat(this.bus.call(BusCall.property("/org/freedesktop/secrets/collection/blank", "Collection", "Locked"))
			.variant(0)
			.flag(0)).isTrue();
		assertThat(this.store.find(NAME)).map(Secret::reveal).contains("CANARY-ours");
	}

	@Test
	void probeWhenTheDefaultCollectionHasABlankPasswordIsReady() throws IOException {
		this.collections.makeDefault(this.collections.create("blank", ""));
		this.bus.killProvider();
		this.bus.startKeyring("");
		assertThat(this.store.probe()).isEqualTo(new Probe.Ready());
	}

	private String namesakes() {
		return this.collections.create("com.headjack.cli", "FAKE-namesake");
	}

	private void plant(String collection, SecretName name, String key) {
		try (Item item = new Item(key, "CANARY-namesake".getBytes(StandardCharsets.UTF_8))) {
			this.collections.put(collection, Map.of("profile", name.text()), item.json());
		}
	}

	private void put() {
		try (Secret secret = Secret.of("CANARY-ours")) {
			this.store.put(NAME, secret);
		}
	}

}
