import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A message of the bus as it is laid out: every part is written behind the one before it.
 */
final class BusMessage {

	private static final int REPLY = 2;

	private static final int NO_REPLY_EXPECTED = 1;

	private static final int REPLY_SERIAL = 5;

	private static final int SIGNATURE = 8;

	private final String signature;

	private final ByteArrayOutputStream content = new ByteArrayOutputStream();

	private BusMessage(String signature) {
		this.signature = signature;
	}

	/**
	 * Begins a message.
	 * @param signature the types of its parts
	 */
	static BusMessage of(String signature) {
		return new BusMessage(signature);
	}

	BusMessage align(int size) {
		while (this.content.size() % size != 0) {
			this.content.write(0);
		}
		return this;
	}

	BusMessage number(int number) {
		align(Integer.BYTES);
		this.content
			.writeBytes(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array());
		return this;
	}

	/**
	 * Begins an array.
	 * @param size the size of its elements in bytes
	 * @param alignment where they may begin
	 */
	BusMessage begin(int size, int alignment) {
		return number(size).align(alignment);
	}

	BusMessage text(String text) {
		number(text.length());
		this.content.writeBytes((text + "\0").getBytes(StandardCharsets.US_ASCII));
		return this;
	}

	BusMessage type(String type) {
		this.content.write(type.length());
		this.content.writeBytes((type + "\0").getBytes(StandardCharsets.US_ASCII));
		return this;
	}

	/**
	 * Adds an array of bytes: zeros, and a one at the end.
	 */
	BusMessage bytes(int size) {
		byte[] bytes = new byte[size];
		bytes[size - 1] = 1;
		number(size);
		this.content.writeBytes(bytes);
		return this;
	}

	private BusMessage code(int code, String type) {
		align(Long.BYTES).content.write(code);
		return type(type);
	}

	/**
	 * The whole message.
	 * @param serial the number of what is answered
	 */
	byte[] replyTo(int serial) {
		BusMessage fields = of("").code(REPLY_SERIAL, "u")
			.number(serial)
			.code(SIGNATURE, "g")
			.type(this.signature);
		BusMessage whole = of("");
		whole.content.writeBytes(new byte[] { 'l', REPLY, NO_REPLY_EXPECTED, 1 });
		whole.number(this.content.size()).number(serial).number(fields.content.size());
		whole.content.writeBytes(fields.content.toByteArray());
		whole.align(Long.BYTES).content.writeBytes(this.content.toByteArray());
		return whole.content.toByteArray();
	}

}
