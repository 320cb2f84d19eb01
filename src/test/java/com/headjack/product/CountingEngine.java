package com.headjack.product;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The real engine behind a socket that remembers each request, for all users of the host.
 */
final class CountingEngine extends EngineProxy {

	private static final Pattern REQUEST = Pattern
		.compile("(?:^|\n)((?:GET|HEAD|POST|PUT|DELETE) /[^ \r\n]*) HTTP/1\\.1\r\n");

	private static final Pattern DETAILS = Pattern.compile("[0-9a-f]{64}|\\?.*|(?<=/images/).*(?=/json)");

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private CountingEngine() throws IOException {
		for (Path path : List.of(socket().getParent(), socket())) {
			Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
		}
	}

	static CountingEngine start() throws IOException {
		CountingEngine engine = new CountingEngine();
		engine.listen();
		return engine;
	}

	/**
	 * Tells and forgets the requests since the last time.
	 * @return their methods and paths in order, without ids and queries
	 */
	List<String> requests() {
		List<String> all = this.requests.stream()
			.map((request) -> DETAILS.matcher(request).replaceAll("").replace("//", "/"))
			.toList();
		this.requests.clear();
		return all;
	}

	@Override
	void sent(ByteBuffer part) {
		Matcher request = REQUEST.matcher(StandardCharsets.ISO_8859_1.decode(part));
		while (request.find()) {
			this.requests.add(request.group(1));
		}
	}

}
