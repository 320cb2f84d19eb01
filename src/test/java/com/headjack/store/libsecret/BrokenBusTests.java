package com.headjack.store.libsecret;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.assertj.core.api.AbstractThrowableAssert;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.headjack.secret.Secret;
import com.headjack.store.Probe;
import com.headjack.store.SecretName;
import com.headjack.store.SecretStore;
import com.headjack.store.StoreException;
import com.headjack.store.StoreLockedException;
import com.headjack.store.StoreTimeoutException;
import com.headjack.store.StoreUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The store where the bus or the keyring program does not do what it should.
 */
@Timeout(120)
class BrokenBusTests {

	private static final SecretName NAME = SecretName.of("claude");

	private static final Duration SHORT = Duration.ofMillis(300);

	@Test
	void everyCallWithoutABusSaysSo() {
		SecretStore store = new SecretServiceStore(TestBus.host(Map.of()), Waits.of(TestBus.host(Map.of())));
		assertUnavailable(store, "there is no session bus");
	}

	@Test
	void everyCallAtAStaleAddressSaysSo(@TempDir Path folder) {
		assertUnavailable(TestBus.patient("unix:path=" + folder.resolve("bus"), SHORT),
				"the session bus cannot be reached");
	}

	@Test
	void everyCallAtAnAddressThatIsNoneSaysSo() {
		assertUnavailable(TestBus.store("unix:nonsense", SHORT), "there is no session bus");
	}

	@Test
	void everyCallAtAMuteSocketEndsInTime(@TempDir Path folder) throws IOException {
		Path socket = folder.resolve("bus");
		try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			server.bind(UnixDomainSocketAddress.of(socket));
			SecretStore store = TestBus.store("unix:path=" + socket, SHORT);
			assertThat(store.probe()).asString().contains("did not answer within 2.0 seconds");
			assertEveryCall(store).isInstanceOf(StoreTimeoutException.class).hasMessageContaining("within 0.3 seconds");
			TestBus.await(BrokenBusTests::noThreadIsLeft);
		}
	}

	@Test
	void everyCallWithoutAKeyringProgramSaysSo() throws IOException {
		try (TestBus bus = TestBus.start()) {
			assertUnavailable(bus.store(), "no keyring program is on the session bus");
		}
	}

	@Test
	void everyCallWithoutADefaultKeyringSaysSo() throws IOException {
		try (TestBus bus = TestBus.start()) {
			bus.startKeyring("");
			assertUnavailable(bus.store(), "the keyring program has no default keyring");
		}
	}

	@Test
	void everyCallWhenTheKeyringProgramIsStoppedEndsInTime() throws IOException {
		try (TestBus bus = TestBus.withKeyring()) {
			put(bus.store(), "CANARY-value");
			bus.signalProvider("STOP");
			SecretStore store = TestBus.store(bus.address(), SHORT);
			assertThat(store.probe()).asString().contains("did not answer within 2.0 seconds");
			assertEveryCall(store).isInstanceOf(StoreTimeoutException.class);
			bus.signalProvider("CONT");
			assertThat(bus.store().find(NAME)).map(Secret::reveal).contains("CANARY-value");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Service.ReadAlias", "Collection.Locked", "Collection.SearchItems", "Service.OpenSession",
			"Item.GetSecret" })
	void findWhenTheKeyringProgramEndsInsteadOfAnsweringIsUnavailable(String method) throws IOException {
		try (TestBus bus = TestBus.start(); ScriptedKeyring keyring = ScriptedKeyring.on(bus)) {
			keyring.on(method, ScriptedKeyring.Call::die);
			assertThatThrownBy(() -> bus.store().find(NAME)).isInstanceOf(StoreUnavailableException.class)
				.hasMessage("the keyring program ended before it answered");
			assertThat(keyring.calls()).endsWith(method);
			assertUnavailable(bus.store(), "no keyring program is on the session bus");
		}
	}

	@Test
	void everyCallWhereTheBusTalksNonsenseSaysSo(@TempDir Path folder) throws IOException {
		Path socket = folder.resolve("bus");
		try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			server.bind(UnixDomainSocketAddress.of(socket));
			Thread.ofPlatform().daemon().start(() -> talkNonsense(server));
			assertUnavailable(TestBus.patient("unix:path=" + socket, SHORT), "the session bus cannot be reached");
		}
	}

	private static void talkNonsense(ServerSocketChannel server) {
		try {
			while (true) {
				try (SocketChannel channel = server.accept()) {
					channel.write(StandardCharsets.UTF_8.encode("HTTP/1.1 400 Bad Request\r\n\r\n"));
				}
			}
		}
		catch (IOException ex) {
			// The end of the test.
		}
	}

	@Test
	void everyCallAfterTheKeyringProgramIsStartedAnewWorks() throws IOException {
		try (TestBus bus = TestBus.withKeyring()) {
			SecretStore store = bus.store();
			put(store, "CANARY-value");
			bus.killProvider();
			assertUnavailable(store, "no keyring program is on the session bus");
			bus.startKeyring("FAKE-password");
			assertThat(store.find(NAME)).map(Secret::reveal).contains("CANARY-value");
			assertThat(store.list()).containsExactly(NAME);
		}
	}

	@Test
	void callsOneAfterTheOtherUseOneConnection() throws IOException {
		try (TestBus bus = TestBus.withKeyring()) {
			SecretStore store = bus.store();
			put(store, "CANARY-value");
			long before = bus.connections();
			assertThat(store.find(NAME)).isPresent();
			assertThat(store.list()).hasSize(1);
			assertThat(store.remove(NAME)).isTrue();
			assertThat(bus.connections()).isEqualTo(before + 1);
		}
	}

	@Test
	void everyCallWhenLockedAndNobodyIsThereSaysLocked() throws IOException {
		try (TestBus bus = TestBus.withKeyring()) {
			put(bus.store(), "CANARY-value");
			bus.killProvider();
			bus.startKeyring("");
			SecretStore store = TestBus.patient(bus.address(), Duration.ofSeconds(2));
			assertThat(store.probe()).isEqualTo(
					new Probe.Unavailable("the desktop's keyring is locked: there is nobody to answer its prompt",
							"unlock it with the desktop's password program, or choose another store with "
									+ "HEADJACK_KEYRING_BACKEND, such as file"));
			assertEveryCall(store).isInstanceOf(StoreLockedException.class);
		}
	}

	@Test
	void everyCallAtAnAbstractAddressNamesTheRemedy() throws IOException {
		try (TestBus bus = TestBus.withKeyring()) {
			SecretStore store = TestBus.patient(bus.abstractAddress() + ",guid=0123", SHORT);
			assertUnavailable(store, "the session bus has an abstract socket, which Java cannot connect to");
			assertThat(store.probe()).isInstanceOfSatisfying(Probe.Unavailable.class,
					(probe) -> assertThat(probe.remedy()).contains("D-Bus", "1.14.4", "unix:path",
							"HEADJACK_KEYRING_BACKEND"));
		}
	}

	@Test
	void findWhenOneAddressIsAbstractUsesTheOther() throws IOException {
		try (TestBus bus = TestBus.withKeyring()) {
			put(bus.store(), "CANARY-value");
			SecretStore store = TestBus.store(bus.abstractAddress() + ";" + bus.address(), Duration.ofSeconds(5));
			assertThat(store.find(NAME)).map(Secret::reveal).contains("CANARY-value");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "org.freedesktop.DBus.Error.NotSupported", "org.freedesktop.DBus.Error.InvalidArgs" })
	void everyCallWhenTheKeyringProgramCannotEncryptSucceeds(String error) throws IOException {
		try (TestBus bus = TestBus.start(); ScriptedKeyring keyring = ScriptedKeyring.on(bus)) {
			keyring.on("Service.OpenSession", (call) -> {
				if (call.argument(0).equals(PlainTransfer.ALGORITHM)) {
					call.answer("vo", new Variant<>("", "s"), new DBusPath("/session"));
				}
				else {
					call.fail(error);
				}
			});
			assertThat(bus.store().find(NAME)).map(Secret::reveal).contains(ScriptedKeyring.SECRET);
			put(bus.store(), "CANARY-put");
			assertThat(keyring.calls()).contains("Item.SetSecret");
		}
	}

	@Test
	void findWhenTheFirstAddressIsStaleUsesTheNext(@TempDir Path folder) throws IOException {
		try (TestBus bus = TestBus.withKeyring()) {
			put(bus.store(), "CANARY-value");
			SecretStore store = TestBus.store("tcp:host=localhost,port=1;unix:path=%s;%s,guid=0123"
				.formatted(folder.resolve("bus"), bus.address()), Duration.ofSeconds(5));
			assertThat(store.find(NAME)).map(Secret::reveal).contains("CANARY-value");
		}
	}

	private static boolean noThreadIsLeft() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.noneMatch((thread) -> thread.getName().equals("secret-service"));
	}

	private static void put(SecretStore store, String value) {
		try (Secret secret = Secret.of(value)) {
			store.put(NAME, secret);
		}
	}

	private static void assertUnavailable(SecretStore store, String reason) {
		assertThat(store.probe()).isInstanceOfSatisfying(Probe.Unavailable.class,
				(probe) -> assertThat(probe.reason()).isEqualTo(reason));
		assertEveryCall(store).isInstanceOf(StoreUnavailableException.class).hasMessage(reason);
	}

	private static AbstractThrowableAssert<?, ? extends Throwable> assertEveryCall(SecretStore store) {
		assertThatThrownBy(() -> put(store, "CANARY-after")).isInstanceOf(StoreException.class)
			.hasMessageNotContaining("CANARY");
		assertThatThrownBy(() -> store.remove(NAME)).isInstanceOf(StoreException.class);
		assertThatThrownBy(store::list).isInstanceOf(StoreException.class);
		return assertThatThrownBy(() -> store.find(NAME));
	}

}
