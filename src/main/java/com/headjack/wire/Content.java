package com.headjack.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of a frame, written and read in the same order: numbers of four bytes, the
 * highest first, and byte strings and texts in UTF-8 behind their length in bytes.
 */
public final class Content {

	/**
	 * How many bytes stand before the content in a frame: the kind, and the length of the
	 * content.
	 */
	static final int HEAD = 1 + Integer.BYTES;

	private ByteBuffer bytes;

	/**
	 * Creates a content to be written.
	 */
	public Content() {
		this.bytes = ByteBuffer.allocate(64).position(HEAD);
	}

	private Content(ByteBuffer bytes) {
		this.bytes = bytes;
	}

	/**
	 * A content to be read.
	 * @param bytes the bytes, which are not copied
	 * @return the content
	 */
	public static Content of(ByteBuffer bytes) {
		return new Content(bytes);
	}

	/**
	 * Ends the writing.
	 * @return the bytes, from the first to the last
	 */
	public ByteBuffer written() {
		return this.bytes.duplicate().flip().position(HEAD).slice();
	}

	/**
	 * Ends the writing.
	 * @param kind what the content is about
	 * @return the bytes of the whole frame, which are not copied
	 */
	ByteBuffer framed(FrameKind kind) {
		ByteBuffer frame = this.bytes.duplicate().flip();
		return frame.put(0, kind.code()).putInt(1, frame.limit() - HEAD);
	}

	/**
	 * Writes a number.
	 * @param number the number
	 * @return this content
	 */
	public Content number(int number) {
		room(Integer.BYTES).putInt(number);
		return this;
	}

	/**
	 * Writes a byte string.
	 * @param source the array
	 * @param offset where the string begins
	 * @param length how many bytes it has
	 * @return this content
	 */
	public Content bytes(byte[] source, int offset, int length) {
		return number(length).put(source, offset, length);
	}

	/**
	 * Writes bytes that nothing follows.
	 * @param source the array
	 * @param offset where they begin
	 * @param length how many there are
	 * @return this content
	 */
	public Content put(byte[] source, int offset, int length) {
		room(length).put(source, offset, length);
		return this;
	}

	/**
	 * Writes a text.
	 * @param text the text
	 * @return this content
	 */
	public Content text(String text) {
		byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
		return bytes(encoded, 0, encoded.length);
	}

	/**
	 * Writes a list of texts.
	 * @param texts the texts
	 * @return this content
	 */
	public Content texts(List<String> texts) {
		number(texts.size());
		texts.forEach(this::text);
		return this;
	}

	/**
	 * Writes names with their values.
	 * @param entries the entries
	 * @return this content
	 */
	public Content entries(Map<String, String> entries) {
		number(entries.size());
		entries.forEach((name, value) -> text(name).text(value));
		return this;
	}

	private ByteBuffer room(int length) {
		if (this.bytes.remaining() < length) {
			int size = Math.max(this.bytes.capacity() * 2, this.bytes.position() + length);
			this.bytes = ByteBuffer.allocate(size).put(this.bytes.flip());
		}
		return this.bytes;
	}

	/**
	 * Reads a number.
	 * @return the number
	 * @throws BufferUnderflowException if the content is too short
	 */
	public int number() {
		return this.bytes.getInt();
	}

	/**
	 * Reads a byte string.
	 * @return the bytes
	 * @throws BufferUnderflowException if the content is too short
	 */
	public byte[] bytes() {
		int length = number();
		if (length < 0 || length > this.bytes.remaining()) {
			throw new BufferUnderflowException();
		}
		byte[] string = new byte[length];
		this.bytes.get(string);
		return string;
	}

	/**
	 * Reads the bytes that are left.
	 * @return the bytes, which are not copied
	 */
	public ByteBuffer rest() {
		return this.bytes;
	}

	/**
	 * Reads a text.
	 * @return the text
	 * @throws BufferUnderflowException if the content is too short
	 */
	public String text() {
		return new String(bytes(), StandardCharsets.UTF_8);
	}

	/**
	 * Reads a list of texts.
	 * @return the texts
	 * @throws BufferUnderflowException if the content is too short
	 */
	public List<String> texts() {
		List<String> texts = new ArrayList<>();
		for (int count = number(); count > 0; count--) {
			texts.add(text());
		}
		return texts;
	}

	/**
	 * Reads names with their values.
	 * @return the entries
	 * @throws BufferUnderflowException if the content is too short
	 */
	public Map<String, String> entries() {
		Map<String, String> entries = new HashMap<>();
		for (int count = number(); count > 0; count--) {
			entries.put(text(), text());
		}
		return entries;
	}

}
