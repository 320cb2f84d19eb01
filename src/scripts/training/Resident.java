import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A resident process whose only command asks for everything that a client can do.
 */
final class Resident implements SocketServer.Conversation {

	private static final char ALIVE = 'l';

	private static final char BEGUN = 'b';

	private static final char ACCEPTED = 'a';

	private static final char READ = 'r';

	private static final char WRITE = 'w';

	private static final char PROGRAM = 'p';

	private static final char EXIT = 'x';

	@Override
	public void hold(InputStream input, OutputStream output) throws IOException {
		DataInputStream answers = new DataInputStream(input);
		ask(output, ALIVE);
		skip(answers);
		ask(output, ACCEPTED);
		skip(answers);
		ask(output, BEGUN);
		for (int stream = 1; stream <= 2; stream++) {
			ask(output, WRITE, stream, "A line of the training.\n");
			skip(answers);
		}
		ask(output, READ, 1024);
		skip(answers);
		ask(output, PROGRAM, 1, 1, "true");
		skip(answers);
		ask(output, EXIT, 0);
	}

	private static void skip(DataInputStream frames) throws IOException {
		frames.readByte();
		frames.skipNBytes(frames.readInt());
	}

	private static void ask(OutputStream output, char kind, Object... content) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		DataOutputStream frame = new DataOutputStream(bytes);
		for (Object part : content) {
			if (part instanceof Integer number) {
				frame.writeInt(number);
			}
			else {
				byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
				frame.writeInt(text.length);
				frame.write(text);
			}
		}
		DataOutputStream all = new DataOutputStream(output);
		all.writeByte(kind);
		all.writeInt(bytes.size());
		bytes.writeTo(all);
		all.flush();
	}

}
