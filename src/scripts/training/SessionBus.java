import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Answers as a session bus would that has a keyring program with one login, whose secret
 * cannot be decrypted.
 *
 * @see <a href="https://dbus.freedesktop.org/doc/dbus-specification.html">D-Bus
 * Specification</a>
 */
final class SessionBus implements SocketServer.Conversation {

	private static final int FIXED_SIZE = 16;

	private static final int ALIGNMENT = 8;

	@Override
	public void hold(InputStream input, OutputStream output) throws IOException {
		for (String line = line(input); !line.equals("BEGIN"); line = line(input)) {
			write(output, "OK 00000000000000000000000000000000\r\n".getBytes(StandardCharsets.US_ASCII));
		}
		for (byte[] start = input.readNBytes(FIXED_SIZE); start.length == FIXED_SIZE; start = input
			.readNBytes(FIXED_SIZE)) {
			ByteBuffer numbers = ByteBuffer.wrap(start)
				.order((start[0] == 'l') ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
			int fields = (numbers.getInt(12) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
			byte[] rest = input.readNBytes(fields + numbers.getInt(4));
			write(output, answer(new String(rest, StandardCharsets.ISO_8859_1)).replyTo(numbers.getInt(8)));
		}
	}

	private static String line(InputStream input) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = input.read(); next != '\n'; next = input.read()) {
			if (next < 0) {
				throw new IOException("The client is gone");
			}
			line.append((char) next);
		}
		return line.toString().strip();
	}

	/**
	 * The answer to a call.
	 * @param call what names it, and its arguments
	 */
	private static BusMessage answer(String call) {
		if (call.contains("Hello")) {
			return BusMessage.of("s").text(":1.1");
		}
		if (call.contains("ReadAlias")) {
			return BusMessage.of("o").text("/collection");
		}
		if (call.contains("SearchItems")) {
			return BusMessage.of("ao").begin(10, 4).text("/item");
		}
		if (call.contains("OpenSession")) {
			return BusMessage.of("vo").type("ay").bytes(1).text("/session");
		}
		if (call.contains("GetSecret")) {
			return BusMessage.of("(oayays)").align(ALIGNMENT).text("/session").bytes(16).bytes(32).text("");
		}
		return property(call);
	}

	private static BusMessage property(String call) {
		BusMessage answer = BusMessage.of("v");
		if (call.contains("Locked")) {
			return answer.type("b").number(0);
		}
		if (call.contains("Collections")) {
			return answer.type("ao").begin(16, 4).text("/collection");
		}
		if (call.contains("Attributes")) {
			return answer.type("a{ss}").begin(34, ALIGNMENT).text("account").text("claude-credential");
		}
		return answer.type("s").text("Login");
	}

	private static void write(OutputStream output, byte[] bytes) throws IOException {
		output.write(bytes);
		output.flush();
	}

}
