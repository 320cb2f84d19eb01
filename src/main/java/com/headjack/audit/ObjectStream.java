package com.headjack.audit;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import com.headjack.redaction.SecretScan;

/**
 * Git's objects in a file, which are compressed. Of an object that is kept as a
 * difference only the difference is read: it has all text that its base has not.
 *
 * @see <a href="https://git-scm.com/docs/gitformat-pack">gitformat-pack</a>
 */
final class ObjectStream {

	private static final int BLOCK = 64 * 1024;

	/**
	 * The most that is read of a file: a small one can stand for as much as one likes.
	 */
	private static final long MOST = 16L * 1024 * 1024 * 1024;

	private static final int PACK = 0x5041434b;

	private static final int OFFSET_DIFFERENCE = 6;

	private static final int DIFFERENCE = 7;

	private final InputStream input;

	private final SecretScan scan;

	private final byte[] compressed = new byte[BLOCK];

	private final byte[] content = new byte[BLOCK];

	private int next;

	private int end;

	ObjectStream(InputStream input, SecretScan scan) {
		this.input = input;
		this.scan = scan;
	}

	/**
	 * Reads a pack.
	 * @param idLength the size of an object's id in bytes
	 */
	void pack(int idLength) throws IOException {
		if (number() != PACK || number() > 3) {
			throw new IOException("no pack");
		}
		for (long count = number() & 0xffffffffL; count > 0; count--) {
			int type = (variable() >> 4) & 7;
			if (type == OFFSET_DIFFERENCE) {
				variable();
			}
			for (int i = 0; type == DIFFERENCE && i < idLength; i++) {
				read();
			}
			object();
		}
	}

	/**
	 * Reads one object to its end.
	 */
	void object() throws IOException {
		try (Inflater inflater = new Inflater()) {
			while (!inflater.finished()) {
				if (inflater.needsInput()) {
					fill();
					inflater.setInput(this.compressed, this.next, this.end - this.next);
				}
				this.scan.write(this.content, 0, inflater.inflate(this.content));
				this.next = this.end - inflater.getRemaining();
				if (this.scan.size() > MOST || inflater.needsDictionary()) {
					throw new IOException("too much, or no object");
				}
			}
		}
		catch (DataFormatException ex) {
			throw new IOException(ex);
		}
		this.scan.write('\n');
	}

	private int number() throws IOException {
		return read() << 24 | read() << 16 | read() << 8 | read();
	}

	/**
	 * Reads a number of variable length.
	 * @return its first byte
	 */
	private int variable() throws IOException {
		int first = read();
		int value = first;
		while ((value & 0x80) != 0) {
			value = read();
		}
		return first;
	}

	private int read() throws IOException {
		fill();
		return this.compressed[this.next++] & 0xff;
	}

	private void fill() throws IOException {
		if (this.next == this.end) {
			this.end = Math.max(0, this.input.read(this.compressed));
			this.next = 0;
			if (this.end == 0) {
				throw new EOFException();
			}
		}
	}

}
