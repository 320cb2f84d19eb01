import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Answers as a Vault server that keeps one login.
 *
 * @see <a href="https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2">its
 * API</a>
 */
final class Vault {

	private static final byte[] LOGIN = """
			{"data":{"type":"kv","options":{"version":"2"},"keys":["claude-credential"],
			"current_version":1,"versions":{"1":{"deletion_time":"","destroyed":false}},"version":1,
			"metadata":{"version":1},"data":{"value":"{\\"type\\":\\"apikey\\",\\"value\\":\\"FAKE\\"}"}}}"""
		.getBytes(StandardCharsets.UTF_8);

	private Vault() {
	}

	/**
	 * Serves, and prints the address.
	 */
	public static void main(String[] args) throws IOException {
		System.out.println(start());
	}

	static String start() throws IOException {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", Vault::answer);
		server.start();
		return "http://127.0.0.1:" + server.getAddress().getPort();
	}

	private static void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		boolean known = !path.contains("/data/") || path.endsWith("/claude-credential");
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(known ? 200 : 404, known ? LOGIN.length : -1);
		if (known) {
			exchange.getResponseBody().write(LOGIN);
		}
		exchange.close();
	}

}
