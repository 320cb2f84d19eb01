package com.headjack.store.libsecret;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.headjack.secret.Secret;
import com.headjack.store.Probe;
import com.headjack.store.SecretName;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The store on a keyring program whose answers are none of the Secret Service.
 */
@Timeout(120)
class MalformedAnswerTests {

	private static final SecretName NAME = SecretName.of("claude");

	private static final TestBus bus = TestBus.empty();

	private final SecretStore store = bus.store();

	private ScriptedKeyring keyring;

	@BeforeEach
	void startKeyring() throws IOException {
		this.keyring = ScriptedKeyring.on(bus);
	}

	@AfterEach
	void stopKeyring() throws IOException {
		this.keyring.close();
	}

	@AfterAll
	static void stopBus() throws IOException {
		bus.close();
	}

	@Test
	void everyCallWithoutAMalformedAnswerSucceeds() {
		assertThat(failures()).isEmpty();
		assertThat(this.store.find(NAME)).map(Secret::reveal).contains(ScriptedKeyring.SECRET);
	}

	@ParameterizedTest(name = "{0}, {1}")
	@MethodSource("answers")
	void everyCallWhenAnAnswerIsMalformedFailsWithARemedy(String method, String answer, ScriptedKeyring.Script script) {
		this.keyring.on("Collection.SearchItems", items(2)).on(method, script);
		assertThat(failures()).isNotEmpty()
			.allSatisfy((failure) -> assertThat(failure).isInstanceOfSatisfying(StoreException.class,
					(ex) -> assertThat(ex.remedy()).isPresent()));
		assertThat(this.store.probe()).isInstanceOf(Probe.class);
	}

	private static ScriptedKeyring.Script items(int count) {
		DBusPath[] items = new DBusPath[count];
		Arrays.fill(items, ScriptedKeyring.ITEM);
		return (call) -> call.answer("ao", (Object) items);
	}

	private List<Throwable> failures() {
		List<Throwable> failures = new ArrayList<>();
		for (Runnable call : List.<Runnable>of(this::put, () -> this.store.find(NAME), () -> this.store.list(),
				() -> this.store.remove(NAME))) {
			try {
				call.run();
			}
			catch (RuntimeException ex) {
				failures.add(ex);
			}
		}
		return failures;
	}

	private void put() {
		try (Secret secret = Secret.of("CANARY-put")) {
			this.store.put(NAME, secret);
		}
	}

	static Stream<Arguments> answers() {
		return Stream.concat(
				Stream
					.of("Service.ReadAlias", "Service.Collections", "Service.OpenSession", "Collection.Label",
							"Collection.Locked", "Collection.SearchItems", "Item.Attributes", "Item.GetSecret",
							"Item.Modified", "Item.Delete")
					.flatMap(MalformedAnswerTests::anyhow),
				Stream.of(
						arguments("Service.Collections", "texts",
								ScriptedKeyring.property("as", new String[] { "/collection" })),
						arguments("Collection.SearchItems", "texts",
								(call) -> call.answer("as", (Object) new String[] { "/collection/item" })),
						arguments("Item.Attributes", "numbers",
								ScriptedKeyring.property("a{si}", Map.of("account", 1))),
						arguments("Item.GetSecret", "two values",
								(call) -> call.answer("(oay)",
										(Object) new Object[] { ScriptedKeyring.ITEM, new byte[0] })),
						arguments("Item.GetSecret", "texts",
								(call) -> call.answer("(osss)",
										(Object) new Object[] { ScriptedKeyring.ITEM, "a", "b", "c" })),
						arguments("Service.OpenSession", "zero", agreed((byte) 0, 128)),
						arguments("Service.OpenSession", "empty", agreed((byte) 0, 0)),
						arguments("Service.OpenSession", "too long", agreed((byte) 7, 4096)),
						arguments("Service.OpenSession", "encrypted where the secret is not", agreed((byte) 7, 128))));
	}

	private static Stream<Arguments> anyhow(String method) {
		return Stream.of(arguments(method, "nothing", ScriptedKeyring.Call::done),
				arguments(method, "text", (call) -> call.answer("s", "CANARY")),
				arguments(method, "number", (call) -> call.answer("x", 1L)),
				arguments(method, "struct in a variant", ScriptedKeyring.property("(s)", new Object[] { "CANARY" })));
	}

	private static Arguments arguments(String method, String answer, ScriptedKeyring.Script script) {
		return Arguments.of(method, answer, script);
	}

	private static ScriptedKeyring.Script agreed(byte each, int size) {
		byte[] key = new byte[size];
		Arrays.fill(key, each);
		return (call) -> call.answer("vo", new Variant<>(key, "ay"), new DBusPath("/session"));
	}

}
