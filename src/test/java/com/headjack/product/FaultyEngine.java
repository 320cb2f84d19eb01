package com.headjack.product;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The real engine behind a socket, at which something happens just before a request.
 */
final class FaultyEngine extends EngineProxy {

	private static final Pattern REQUEST = Pattern
		.compile("(?:^|\n)(?:GET|HEAD|POST|PUT|DELETE) /[^\r\n]* HTTP/1\\.1\r\n");

	private int requests;

	private int fatal;

	private Fault fault = () -> {
	};

	private FaultyEngine(String engine) throws IOException {
		super(engine);
	}

	static FaultyEngine start() throws IOException {
		return start(real());
	}

	/**
	 * Starts one before another engine.
	 */
	static FaultyEngine start(String address) throws IOException {
		FaultyEngine engine = new FaultyEngine(address);
		engine.listen();
		return engine;
	}

	/**
	 * Counts from now on, and has something happen before the request of a number, the
	 * first being 1.
	 * @return how many there were since the last time
	 */
	synchronized int before(int request, Fault happening) {
		int before = this.requests;
		this.requests = 0;
		this.fatal = request;
		this.fault = happening;
		return before;
	}

	@Override
	synchronized void sent(ByteBuffer part) {
		Matcher request = REQUEST.matcher(StandardCharsets.ISO_8859_1.decode(part));
		while (request.find()) {
			this.requests++;
			if (this.requests == this.fatal) {
				this.fault.happen();
			}
		}
	}

	/**
	 * What happens.
	 */
	@FunctionalInterface
	interface Fault {

		void happen();

	}

}
