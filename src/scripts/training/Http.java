import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers requests by HTTP with success.
 *
 * @param bodies gives the answer's JSON by the request's path and body, or empty for a
 * stream: of a program that ends at once, or of two of which the second reads a word
 */
record Http(BiFunction<String, String, Optional<String>> bodies) implements SocketServer.Conversation {

	private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

	@Override
	public void hold(InputStream input, OutputStream output) throws IOException {
		BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
		Request request = Request.read(reader);
		while (request != null && answer(request, reader, output)) {
			request = Request.read(reader);
		}
	}

	/**
	 * Answers a request.
	 * @return whether another one may follow
	 */
	private boolean answer(Request request, BufferedReader input, OutputStream output) throws IOException {
		String path = URLDecoder.decode(request.line().split(" ", -1)[1], StandardCharsets.UTF_8);
		Optional<String> body = this.bodies.apply(path, request.body());
		if (body.isEmpty()) {
			write(output, "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\n");
			if (request.upgrade()) {
				print(output, "\0000\n");
				print(output, "\0" + input.readLine());
			}
			return false;
		}
		write(output, "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n%s".formatted(
				path.contains("/create") ? "201 Created" : "200 OK", body.orElseThrow().length(), body.orElseThrow()));
		return true;
	}

	private static void print(OutputStream output, String text) throws IOException {
		output.write(new byte[] { 1, 0, 0, 0, 0, 0, 0, (byte) text.length() });
		write(output, text);
	}

	private static void write(OutputStream output, String text) throws IOException {
		output.write(text.getBytes(StandardCharsets.UTF_8));
		output.flush();
	}

	/**
	 * A request.
	 *
	 * @param line its first line
	 * @param upgrade whether a program's bytes follow
	 * @param body its body
	 */
	private record Request(String line, boolean upgrade, String body) {

		static Request read(BufferedReader input) throws IOException {
			String request = input.readLine();
			int length = 0;
			boolean upgrade = false;
			for (String line = input.readLine(); line != null && !line.isEmpty(); line = input.readLine()) {
				Matcher matcher = LENGTH.matcher(line);
				length = matcher.matches() ? Integer.parseInt(matcher.group(1)) : length;
				upgrade |= line.startsWith("Upgrade:");
			}
			char[] body = new char[length];
			int count = 0;
			while (count < length) {
				int more = input.read(body, count, length - count);
				count = (more < 0) ? length : count + more;
			}
			return (request != null) ? new Request(request, upgrade, new String(body)) : null;
		}

	}

}
