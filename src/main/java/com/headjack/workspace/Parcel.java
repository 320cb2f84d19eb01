package com.headjack.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.text.VisibleText;
import com.headjack.worktree.TransferTip;

/**
 * What a container sends: lines that name commits, an empty line, and a pack, which goes
 * to a file.
 */
final class Parcel extends OutputStream {

	/**
	 * The largest pack. A container can send for as long as it likes.
	 */
	private static final long LARGEST = 4L * 1024 * 1024 * 1024;

	private static final int LONGEST = 256 * 1024;

	private static final int HEADER = 12;

	private static final int MOST = 400;

	private static final String MARK = "headjack";

	private static final String LEFT = "left ";

	private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

	private final OutputStream pack;

	private final ByteBuffer header = ByteBuffer.allocate(HEADER);

	private final long largest;

	private boolean begun;

	private int last = '\n';

	private long size;

	private Parcel(OutputStream pack, long largest) {
		this.pack = pack;
		this.largest = largest;
	}

	/**
	 * Opens a parcel.
	 * @param file the file for the pack
	 * @return the parcel, to be closed by the caller
	 */
	static Parcel to(Path file) throws IOException {
		return to(file, LARGEST);
	}

	static Parcel to(Path file, long largest) throws IOException {
		return new Parcel(Files.newOutputStream(file), largest);
	}

	@Override
	public void write(int octet) throws IOException {
		write(new byte[] { (byte) octet }, 0, 1);
	}

	@Override
	public void write(byte[] octets, int offset, int count) throws IOException {
		int next = offset;
		while (!this.begun && next < offset + count) {
			line(octets[next++]);
		}
		int rest = offset + count - next;
		this.size += rest;
		if (this.size > this.largest) {
			throw failure("it sends more than %s MiB".formatted(this.largest >> 20));
		}
		this.header.put(octets, next, Math.min(rest, this.header.remaining()));
		this.pack.write(octets, next, rest);
	}

	private void line(int octet) {
		this.begun = octet == '\n' && this.last == '\n' && this.lines.size() > 0;
		this.last = octet;
		this.lines.write(octet);
		if (this.lines.size() > LONGEST) {
			throw failure("it names too many commits");
		}
	}

	private static HeadjackException failure(String reason) {
		return new HeadjackException(FailureKind.FAILED, "the container's work cannot be taken: " + reason,
				"look at the repository in the container, and delete what need not come back");
	}

	/**
	 * Returns the commits that the container named.
	 * @return the first 400 commits, without lines of another form
	 */
	List<TransferTip> tips() {
		return text().stream().map(TransferTip::parse).flatMap(Optional::stream).limit(MOST).toList();
	}

	/**
	 * Returns the files and folders that the container named as those that do not come
	 * back.
	 * @return their paths, in which nothing moves a terminal's cursor
	 */
	List<String> left() {
		return text().stream()
			.filter((line) -> line.startsWith(LEFT))
			.map((line) -> VisibleText.line(line.substring(LEFT.length())))
			.toList();
	}

	private List<String> text() {
		List<String> text = this.lines.toString(StandardCharsets.UTF_8).lines().toList();
		if (!this.begun || !text.getFirst().equals(MARK)) {
			throw failure("it does not answer as hjk's script does");
		}
		return text;
	}

	/**
	 * Returns whether there is a pack with objects. Its header ends in their number.
	 * @see <a href="https://git-scm.com/docs/gitformat-pack">gitformat-pack</a>
	 */
	boolean holdsObjects() {
		return this.header.position() == HEADER && this.header.getInt(HEADER - Integer.BYTES) != 0;
	}

	@Override
	public void close() throws IOException {
		this.pack.close();
	}

}
