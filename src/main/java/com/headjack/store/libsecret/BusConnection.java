package com.headjack.store.libsecret;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.freedesktop.dbus.connections.BusAddress;
import org.freedesktop.dbus.connections.transports.AbstractTransport;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.connections.transports.TransportConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the bus, used by one thread. Only {@link #close()} may be called from
 * any thread; it ends a wait in progress.
 */
final class BusConnection implements AutoCloseable {

	private static final byte NO_FLAGS = 0;

	private final AbstractTransport transport;

	private final Map<String, Reply> completedPrompts = new HashMap<>();

	private boolean providerGone;

	private BusConnection(AbstractTransport transport) {
		this.transport = transport;
	}

	/**
	 * Creates a connection; nothing is sent yet.
	 * @param address the bus's address
	 */
	static BusConnection to(String address) {
		try {
			return new BusConnection(
					TransportBuilder.create(BusAddress.of(address)).configure().withAutoConnect(false).back().build());
		}
		catch (IOException | DBusException | IllegalArgumentException ex) {
			throw new BusGoneException(ex);
		}
	}

	/**
	 * Connects, and says hello to the bus.
	 */
	void connect() {
		try {
			this.transport.connect();
		}
		catch (IOException ex) {
			throw new BusGoneException(ex);
		}
		call(BusCall.ofBus("Hello", ""));
	}

	/**
	 * Calls a method and waits for its reply.
	 * @throws BusErrorException if the reply is an error
	 */
	Reply call(BusCall call) {
		try {
			TransportConnection connection = this.transport.getTransportConnection();
			MethodCall message = connection.getMessageFactory()
				.createMethodCall(null, call.destination(), call.path(), call.type(), call.method(), NO_FLAGS,
						call.signature().isEmpty() ? null : call.signature(), call.arguments().toArray());
			connection.getWriter().writeMessage(message);
			Message answer = next();
			while (answer.getReplySerial() != message.getSerial() || answer instanceof DBusSignal) {
				note(answer);
				answer = next();
			}
			if (answer instanceof Error) {
				throw new BusErrorException(answer.getName());
			}
			return reply(answer);
		}
		catch (IOException | DBusException ex) {
			throw new BusGoneException(ex);
		}
	}

	/**
	 * Waits until a prompt is completed.
	 * @param path the prompt's path; its signal must have been subscribed to
	 * @return the signal's values: whether the prompt was dismissed, and its result
	 */
	Reply completion(String path) {
		try {
			while (!this.completedPrompts.containsKey(path)) {
				if (this.providerGone) {
					throw new BusErrorException("org.freedesktop.DBus.Error.Disconnected");
				}
				note(next());
			}
			return this.completedPrompts.get(path);
		}
		catch (IOException | DBusException ex) {
			throw new BusGoneException(ex);
		}
	}

	private Message next() throws IOException, DBusException {
		Message message = read();
		while (message == null) {
			message = read();
		}
		return message;
	}

	private @Nullable Message read() throws IOException, DBusException {
		return this.transport.getTransportConnection().getReader().readMessage();
	}

	private void note(Message message) throws DBusException {
		if (message instanceof DBusSignal) {
			switch (message.getName()) {
				case "Completed" -> this.completedPrompts.put(message.getPath(), reply(message));
				case "NameOwnerChanged" -> this.providerGone = true;
				default -> {
				}
			}
		}
	}

	private static Reply reply(Message message) throws DBusException {
		Object[] values = message.getParameters();
		return new Reply((values != null) ? List.of(values) : List.of());
	}

	@Override
	public void close() {
		try {
			this.transport.close();
		}
		catch (IOException ex) {
			// The connection is gone either way.
		}
	}

}
