package com.headjack.store.libsecret;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.headjack.secret.Secret;
import com.headjack.store.Deadline;
import com.headjack.store.Probe;
import com.headjack.store.SecretName;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreDeniedException;
import com.headjack.store.StoreException;
import com.headjack.store.StoreLockedException;
import com.headjack.store.StoreUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The store where the keyring program asks a person.
 */
@Timeout(120)
class PromptTests {

	private static final SecretName NAME = SecretName.of("claude");

	private static final Deadline PATIENCE = new Deadline(Duration.ofSeconds(60));

	private static final Variant<?> CREATED = new Variant<>(ScriptedKeyring.ITEM, "o");

	private static final Variant<?> NOTHING = new Variant<>("", "s");

	private final AtomicBoolean unlocked = new AtomicBoolean();

	private TestBus bus;

	private ScriptedKeyring keyring;

	@BeforeEach
	void startKeyring() throws IOException {
		this.bus = TestBus.start();
		this.keyring = ScriptedKeyring.on(this.bus);
	}

	@AfterEach
	void stopKeyring() throws IOException {
		this.keyring.close();
		this.bus.close();
	}

	@Test
	void probeWhenLockedAndSomebodyIsThereIsReadyAndAsksNobody() {
		lockCollection((call) -> call.done());
		assertThat(store(true).probe()).isEqualTo(new Probe.Ready());
		assertThat(this.keyring.calls()).contains("Service.Unlock").doesNotContain("Prompt.Prompt");
	}

	@Test
	void probeWhenLockedAndNobodyIsThereIsUnavailableAndAsksNobody() {
		lockCollection((call) -> call.done());
		assertThat(store(false).probe()).isInstanceOf(Probe.Unavailable.class);
		assertThat(this.keyring.calls()).contains("Service.Unlock").doesNotContain("Prompt.Prompt");
	}

	@Test
	void probeWhenItUnlocksWithoutAPromptIsReady() {
		this.keyring.on("Collection.Locked", ScriptedKeyring.property("b", true))
			.on("Service.Unlock",
					(call) -> call.answer("aoo", new DBusPath[] { ScriptedKeyring.COLLECTION }, ScriptedKeyring.NONE));
		assertThat(store(false).probe()).isEqualTo(new Probe.Ready());
	}

	@Test
	void findWhenThePromptIsAnsweredGivesTheSecret() {
		lockCollection((call) -> {
			call.done();
			this.unlocked.set(true);
			call.complete(false, new Variant<>(new DBusPath[] { ScriptedKeyring.COLLECTION }, "ao"));
		});
		assertThat(store(true).find(NAME)).map(Secret::reveal).contains(ScriptedKeyring.SECRET);
	}

	@Test
	void everyCallWhenThePromptIsDismissedSaysLocked() {
		lockCollection((call) -> {
			call.done();
			call.complete(true, NOTHING);
		});
		assertEveryCallFails(StoreLockedException.class, "its prompt was dismissed");
	}

	@Test
	void everyCallWhenNobodyAnswersThePromptSaysLocked() {
		lockCollection((call) -> call.done());
		assertEveryCallFails(StoreLockedException.class, "nobody answered its prompt within 1 seconds");
		assertThat(this.keyring.calls()).doesNotContain("Prompt.Dismiss");
	}

	@Test
	void everyCallWhenTheKeyringProgramEndsAtThePromptIsUnavailable() throws IOException {
		lockCollection((call) -> {
			call.done();
			call.die();
		});
		assertFails(StoreUnavailableException.class, () -> store(true).find(NAME), "ended before it answered");
	}

	@Test
	void findWhenTheItemIsLockedHasItUnlocked() {
		lockItem("Item.GetSecret", (call) -> call.answer("(oayays)", ScriptedKeyring.secret("CANARY-item")));
		assertThat(store(true).find(NAME)).map(Secret::reveal).contains("CANARY-item");
	}

	@Test
	void putWhenTheItemIsLockedHasItUnlocked() {
		lockItem("Item.SetSecret", (call) -> call.done());
		put();
		assertThat(this.keyring.calls()).containsSubsequence("Item.SetSecret", "Service.Unlock", "Prompt.Prompt",
				"Item.SetSecret");
	}

	@Test
	void findWhenTheItemStaysLockedSaysLocked() {
		lockItem("Item.GetSecret", (call) -> call.fail("org.freedesktop.Secret.Error.IsLocked"));
		assertFails(StoreLockedException.class, () -> store(true).find(NAME), "locked");
	}

	@Test
	void putWhenItsPromptIsAnsweredKeepsTheSecret() {
		create((call) -> {
			// KeePassXC is done before it answers.
			call.complete(false, CREATED);
			call.done();
		});
		put();
		assertThat(this.keyring.calls()).containsSubsequence("Collection.CreateItem", "Prompt.Prompt")
			.doesNotContain("Item.Delete");
	}

	@Test
	void putWhenItsPromptIsDismissedIsDenied() {
		create((call) -> {
			call.done();
			call.complete(true, NOTHING);
		});
		assertFails(StoreDeniedException.class, this::put, "was dismissed");
	}

	@Test
	void putWhenNobodyAnswersItsPromptSaysLocked() {
		create((call) -> call.done());
		assertFails(StoreLockedException.class, this::put, "nobody answered its prompt within 1 seconds");
	}

	@Test
	void removeWhenItsPromptIsDismissedIsDenied() {
		this.keyring.on("Item.Delete", (call) -> call.answer("o", ScriptedKeyring.PROMPT))
			.on("Prompt.Prompt", (call) -> {
				call.done();
				call.complete(true, NOTHING);
			});
		assertFails(StoreDeniedException.class, () -> store(true).remove(NAME), "was dismissed");
	}

	private SecretStore store(boolean somebodyThere) {
		return new SecretServiceStore(this.bus.host(),
				new Waits(PATIENCE, PATIENCE, Duration.ofSeconds(1), somebodyThere));
	}

	private void put() {
		try (Secret secret = Secret.of("CANARY-put")) {
			store(true).put(NAME, secret);
		}
	}

	private void lockCollection(ScriptedKeyring.Script prompt) {
		this.keyring.on("Collection.Locked", (call) -> call.answer("v", new Variant<>(!this.unlocked.get(), "b")))
			.on("Service.Unlock", (call) -> call.answer("aoo", new DBusPath[0], ScriptedKeyring.PROMPT))
			.on("Prompt.Prompt", prompt);
	}

	private void lockItem(String method, ScriptedKeyring.Script then) {
		this.keyring.on(method, (call) -> {
			if (this.unlocked.get()) {
				then.run(call);
			}
			else {
				call.fail("org.freedesktop.Secret.Error.IsLocked");
			}
		})
			.on("Service.Unlock", (call) -> call.answer("aoo", new DBusPath[0], ScriptedKeyring.PROMPT))
			.on("Prompt.Prompt", (call) -> {
				this.unlocked.set(true);
				call.done();
				call.complete(false, new Variant<>(new DBusPath[] { ScriptedKeyring.ITEM }, "ao"));
			});
	}

	private void create(ScriptedKeyring.Script prompt) {
		this.keyring.on("Collection.SearchItems", (call) -> call.answer("ao", (Object) new DBusPath[0]))
			.on("Collection.CreateItem", (call) -> call.answer("oo", ScriptedKeyring.NONE, ScriptedKeyring.PROMPT))
			.on("Prompt.Prompt", prompt);
	}

	private void assertEveryCallFails(Class<? extends StoreException> type, String message) {
		assertFails(type, () -> store(true).find(NAME), message);
		assertFails(type, this::put, message);
		assertFails(type, () -> store(true).remove(NAME), message);
		assertFails(type, () -> store(true).list(), message);
	}

	private static void assertFails(Class<? extends StoreException> type, Runnable call, String message) {
		assertThatExceptionOfType(type).isThrownBy(call::run)
			.withMessageContaining(message)
			.satisfies((ex) -> assertThat(ex.remedy()).isPresent());
	}

}
