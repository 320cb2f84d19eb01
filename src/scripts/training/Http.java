import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers requests by HTTP with success.
 *
 * @param bodies gives the answer's JSON by the request's path, or empty for a stream that
 * ends at once
 */
record Http(Function<String, Optional<String>> bodies) implements SocketServer.Conversation {

	private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

	@Override
	public void hold(InputStream input, OutputStream output) throws IOException {
		BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
		String request = read(reader);
		while (request != null && answer(request, output)) {
			request = read(reader);
		}
	}

	private static String read(BufferedReader input) throws IOException {
		String request = input.readLine();
		int length = 0;
		for (String line = input.readLine(); line != null && !line.isEmpty(); line = input.readLine()) {
			Matcher matcher = LENGTH.matcher(line);
			length = matcher.matches() ? Integer.parseInt(matcher.group(1)) : length;
		}
		input.skip(length);
		return request;
	}

	/**
	 * Answers a request.
	 * @return whether another one may follow
	 */
	private boolean answer(String request, OutputStream output) throws IOException {
		String path = URLDecoder.decode(request.split(" ", -1)[1], StandardCharsets.UTF_8);
		Optional<String> body = this.bodies.apply(path);
		if (body.isEmpty()) {
			write(output, "HTTP/1.1 200 OK\r\nContent-Type: application/vnd.docker.raw-stream\r\n\r\n");
			return false;
		}
		write(output, "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n%s".formatted(
				path.contains("/create") ? "201 Created" : "200 OK", body.orElseThrow().length(), body.orElseThrow()));
		return true;
	}

	private static void write(OutputStream output, String text) throws IOException {
		output.write(text.getBytes(StandardCharsets.UTF_8));
		output.flush();
	}

}
