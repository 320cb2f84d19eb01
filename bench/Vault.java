import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Answers as a Vault server would that keeps one login, and prints its address.
 */
void main() throws IOException {
	HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
	server.createContext("/", this::answer);
	server.start();
	IO.println("http://127.0.0.1:" + server.getAddress().getPort());
}

void answer(HttpExchange exchange) throws IOException {
	byte[] body = """
			{"data":{"type":"kv","options":{"version":"2"},"keys":["claude-credential"],
			"current_version":1,"versions":{"1":{"deletion_time":"","destroyed":false}},"version":1,
			"metadata":{"version":1},"data":{"value":"{\\"type\\":\\"apikey\\",\\"value\\":\\"FAKE\\"}"}}}"""
		.getBytes(StandardCharsets.UTF_8);
	boolean known = !exchange.getRequestURI().getPath().contains("/data/")
			|| exchange.getRequestURI().getPath().endsWith("/claude-credential");
	exchange.getResponseHeaders().add("Content-Type", "application/json");
	exchange.sendResponseHeaders(known ? 200 : 404, known ? body.length : -1);
	if (known) {
		exchange.getResponseBody().write(body);
	}
	exchange.close();
}
