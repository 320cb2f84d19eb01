package com.headjack.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * This machine's engine at a network address.
 */
final class NetworkFront implements AutoCloseable {

	private static final String MAKE = """
			cd "$0"
			openssl req -x509 -newkey rsa:2048 -nodes -keyout ca-key.pem -out ca.pem -subj "/CN=FAKE authority" -days 2
			echo subjectAltName=IP:127.0.0.1 >names
			for who in server client; do
				openssl req -newkey rsa:2048 -nodes -keyout $who-key.pem -out $who.csr -subj /CN=$who
				openssl x509 -req -in $who.csr -CA ca.pem -CAkey ca-key.pem -CAcreateserial -out $who.pem -days 2 -extfile names
			done
			cat server.pem server-key.pem >both.pem
			""";

	private final Path folder;

	private final int port = LoopbackPort.free();

	private final Process front;

	private NetworkFront(Path folder, String listening) throws IOException {
		this.folder = folder;
		this.front = new ProcessBuilder("socat", "-t", "600", listening.formatted(this.port),
				"UNIX-CONNECT:/var/run/docker.sock")
			.redirectErrorStream(true)
			.redirectOutput(folder.resolve("log").toFile())
			.start();
		LoopbackPort.await(this.port, this.front);
	}

	/**
	 * Starts it behind TLS, as docker's daemon is with {@code --tlsverify}: each client
	 * needs a certificate of the same authority.
	 */
	static NetworkFront encrypted(Path folder) throws IOException {
		makeCertificates(Files.createDirectories(folder));
		return new NetworkFront(folder,
				"OPENSSL-LISTEN:%%s,bind=127.0.0.1,reuseaddr,backlog=64,fork,cert=%s,cafile=%s,verify=1"
					.formatted(folder.resolve("both.pem"), folder.resolve("ca.pem")));
	}

	/**
	 * Starts it for everybody, as docker in docker often is.
	 */
	static NetworkFront open(Path folder) throws IOException {
		return new NetworkFront(Files.createDirectories(folder),
				"TCP-LISTEN:%s,bind=127.0.0.1,reuseaddr,backlog=64,fork");
	}

	static void makeCertificates(Path folder) throws IOException {
		Process process = new ProcessBuilder("sh", "-euc", MAKE, folder.toString()).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(process.onExit().join().exitValue()).isZero();
	}

	String address() {
		return "tcp://127.0.0.1:" + this.port;
	}

	/**
	 * Puts a client's certificates where docker looks for them.
	 */
	Path certify(Path target) throws IOException {
		return certify(this.folder, target);
	}

	static Path certify(Path source, Path target) throws IOException {
		Files.createDirectories(target);
		Files.copy(source.resolve("ca.pem"), target.resolve("ca.pem"));
		Files.copy(source.resolve("client.pem"), target.resolve("cert.pem"));
		Files.copy(source.resolve("client-key.pem"), target.resolve("key.pem"));
		return target;
	}

	@Override
	public void close() {
		this.front.descendants().forEach(ProcessHandle::destroy);
		this.front.destroy();
	}

}
