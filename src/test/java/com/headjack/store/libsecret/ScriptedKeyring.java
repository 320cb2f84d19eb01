package com.headjack.store.libsecret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.transports.AbstractTransport;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.connections.transports.TransportConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.spi.message.IMessageReader;
import org.freedesktop.dbus.types.Variant;

/**
 * A keyring program that answers what a test says; by itself it has an unlocked default
 * collection with one item, and does not encrypt.
 */
final class ScriptedKeyring implements AutoCloseable {

	static final String SECRET = "CANARY-value";

	static final DBusPath COLLECTION = new DBusPath("/collection");

	static final DBusPath ITEM = new DBusPath("/collection/item");

	static final DBusPath PROMPT = new DBusPath("/prompt");

	static final DBusPath NONE = new DBusPath("/");

	private static final DBusPath SESSION = new DBusPath("/session");

	private final Map<String, Script> scripts = new ConcurrentHashMap<>();

	private final List<String> calls = new CopyOnWriteArrayList<>();

	private final AbstractTransport transport;

	private ScriptedKeyring(AbstractTransport transport) {
		this.transport = transport;
		on("Service.ReadAlias", (call) -> call.answer("o", COLLECTION));
		on("Service.Collections", property("ao", (Object) new DBusPath[] { COLLECTION }));
		on("Collection.Label", property("s", "Default"));
		on("Collection.Locked", property("b", false));
		on("Service.OpenSession", (call) -> {
			if (call.argument(0).equals(PlainTransfer.ALGORITHM)) {
				call.answer("vo", new Variant<>("", "s"), SESSION);
			}
			else {
				call.fail("org.freedesktop.DBus.Error.NotSupported");
			}
		});
		on("Collection.SearchItems", (call) -> call.answer("ao", (Object) new DBusPath[] { ITEM }));
		on("Item.Attributes", property("a{ss}", Map.of("account", "claude")));
		on("Item.GetSecret", (call) -> call.answer("(oayays)", secret(SECRET)));
		on("Item.SetSecret", (call) -> call.done());
		on("Item.Delete", (call) -> call.answer("o", NONE));
		on("Prompt.Prompt", (call) -> call.done());
	}

	static ScriptedKeyring on(TestBus bus) throws IOException {
		try {
			AbstractTransport transport = TransportBuilder.create(bus.address())
				.configure()
				.withAutoConnect(false)
				.back()
				.build();
			transport.connect();
			ScriptedKeyring keyring = new ScriptedKeyring(transport);
			IMessageReader reader = transport.getTransportConnection().getReader();
			keyring.send("Hello", "");
			keyring.send("RequestName", "su", "org.freedesktop.secrets", 0);
			Thread.ofPlatform().daemon().name("scripted-keyring").start(() -> keyring.serve(reader));
			bus.awaitKeyring();
			return keyring;
		}
		catch (DBusException ex) {
			throw new IOException(ex);
		}
	}

	/**
	 * Says what is done when a method is called or a property is read.
	 * @param method the interface's last part and the member, such as
	 * {@code Service.Unlock} or {@code Collection.Locked}
	 */
	ScriptedKeyring on(String method, Script script) {
		this.scripts.put(method, script);
		return this;
	}

	static Script property(String signature, Object value) {
		return (call) -> call.answer("v", new Variant<>(value, signature));
	}

	/**
	 * A secret as it travels.
	 */
	static Object secret(String secret) {
		return new Object[] { SESSION, new byte[0], secret.getBytes(StandardCharsets.UTF_8), "text/plain" };
	}

	/**
	 * What was called, in order.
	 */
	List<String> calls() {
		return List.copyOf(this.calls);
	}

	private void serve(IMessageReader reader) {
		try {
			while (true) {
				if (reader.readMessage() instanceof MethodCall method) {
					Call call = new Call(this.transport, method);
					this.calls.add(call.name());
					this.scripts.getOrDefault(call.name(), Call::unknown).run(call);
				}
			}
		}
		catch (IOException | DBusException ex) {
			// The end of the test, or of the script.
		}
	}

	private void send(String method, String signature, Object... arguments) throws IOException, DBusException {
		TransportConnection connection = this.transport.getTransportConnection();
		connection.getWriter()
			.writeMessage(connection.getMessageFactory()
				.createMethodCall(null, "org.freedesktop.DBus", "/", "org.freedesktop.DBus", method, (byte) 0,
						signature.isEmpty() ? null : signature, arguments));
	}

	@Override
	public void close() throws IOException {
		this.transport.close();
	}

	/**
	 * What is done with a call.
	 */
	interface Script {

		void run(Call call) throws IOException, DBusException;

	}

	/**
	 * A call of the program.
	 *
	 * @param transport the way back
	 * @param message the call
	 */
	record Call(AbstractTransport transport, MethodCall message) {

		private static final String PREFIX = "org.freedesktop.Secret.";

		String name() throws DBusException {
			return message.getName().equals("Get") ? argument(0).toString().replace(PREFIX, "") + "." + argument(1)
					: message.getInterface().replace(PREFIX, "") + "." + message.getName();
		}

		Object argument(int index) throws DBusException {
			return message.getParameters()[index];
		}

		void answer(String signature, Object... values) throws IOException, DBusException {
			write(connection().getMessageFactory().createMethodReturn(message, signature, values));
		}

		/**
		 * Answers nothing.
		 */
		void done() throws IOException, DBusException {
			write(connection().getMessageFactory().createMethodReturn(this.message, null));
		}

		void fail(String error) throws IOException, DBusException {
			write(connection().getMessageFactory()
				.createError(null, message.getSource(), error, message.getSerial(), null));
		}

		void unknown() throws IOException, DBusException {
			fail("org.freedesktop.DBus.Error.UnknownMethod");
		}

		/**
		 * Says that the prompt is completed.
		 */
		void complete(boolean dismissed, Variant<?> result) throws IOException, DBusException {
			write(connection().getMessageFactory()
				.createSignal(null, PROMPT.getPath(), PREFIX + "Prompt", "Completed", "bv", dismissed, result));
		}

		/**
		 * Ends the program.
		 */
		void die() throws IOException {
			transport.close();
		}

		private TransportConnection connection() {
			return transport.getTransportConnection();
		}

		private void write(Message answer) throws IOException, DBusException {
			connection().getWriter().writeMessage(answer);
		}

	}

}
