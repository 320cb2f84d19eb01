package com.headjack.store.libsecret;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

import org.freedesktop.dbus.connections.BusAddress;
import org.freedesktop.dbus.connections.SASL;
import org.freedesktop.dbus.connections.config.TransportConfig;
import org.freedesktop.dbus.connections.transports.AbstractUnixTransport;

import com.headjack.foreign.NativeCallException;

/**
 * The way to a bus whose socket has a name and no file, as that of older systems.
 */
final class AbstractNameTransport extends AbstractUnixTransport {

	private static final String NAME = "abstract";

	private AbstractNameTransport(BusAddress address) {
		super(address, new TransportConfig(address));
		getSaslConfig().setAuthMode(SASL.AUTH_EXTERNAL);
	}

	static AbstractNameTransport to(BusAddress address) {
		return new AbstractNameTransport(address);
	}

	static boolean serves(BusAddress address) {
		return address.hasParameter(NAME);
	}

	@Override
	protected SocketChannel connectImpl() throws IOException {
		try {
			return new NativeSocketChannel(NativeSocket
				.connect(URLDecoder.decode(getAddress().getParameterValue(NAME), StandardCharsets.UTF_8)));
		}
		catch (NativeCallException ex) {
			throw new IOException(ex);
		}
	}

	@Override
	public int getUid(SocketChannel channel) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected boolean hasFileDescriptorSupport() {
		return false;
	}

	@Override
	protected SocketChannel acceptImpl() {
		throw new UnsupportedOperationException();
	}

	@Override
	protected void bindImpl() {
		throw new UnsupportedOperationException();
	}

	@Override
	protected void closeTransport() {
	}

	@Override
	protected boolean isBound() {
		return false;
	}

}
