package com.headjack.client;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import org.jspecify.annotations.Nullable;

/**
 * Hands the signals of this process over. The JDK's classes for that cannot be compiled
 * against without a warning.
 */
final class Signals implements InvocationHandler {

	private final Service service;

	private final Method number;

	private final Method name;

	private Signals(Service service, Class<?> signal) throws NoSuchMethodException {
		this.service = service;
		this.number = signal.getMethod("getNumber");
		this.name = signal.getMethod("getName");
	}

	/**
	 * Hands signals over from now on, except those that this process was started to
	 * ignore.
	 * @param service takes them
	 * @param names the names of the signals, such as {@code INT}
	 * @throws UnsupportedOperationException if the system has no such signals
	 */
	static void pass(Service service, String... names) {
		try {
			Class<?> signal = Class.forName("sun.misc.Signal");
			Class<?> handler = Class.forName("sun.misc.SignalHandler");
			Object signals = Proxy.newProxyInstance(Signals.class.getClassLoader(), new Class<?>[] { handler },
					new Signals(service, signal));
			Method handle = signal.getMethod("handle", signal, handler);
			for (String name : names) {
				handle.invoke(null, signal.getConstructor(String.class).newInstance(name), signals);
			}
		}
		catch (ReflectiveOperationException ex) {
			throw new UnsupportedOperationException(ex);
		}
	}

	@Override
	public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
			throws ReflectiveOperationException {
		if (method.getName().equals("handle") && arguments != null) {
			this.service.signal(String.valueOf(this.name.invoke(arguments[0])),
					Integer.parseInt(String.valueOf(this.number.invoke(arguments[0]))));
			return null;
		}
		throw new UnsupportedOperationException(method.getName());
	}

}
