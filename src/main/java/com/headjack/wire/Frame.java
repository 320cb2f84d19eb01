package com.headjack.wire;

/**
 * One message.
 *
 * @param kind what it is about
 * @param content the content
 */
public record Frame(FrameKind kind, Content content) {

	/**
	 * The longest content, in bytes.
	 */
	public static final int LONGEST = 8 * 1024 * 1024;

	/**
	 * A frame without content.
	 * @param kind what it is about
	 * @return the frame
	 */
	public static Frame of(FrameKind kind) {
		return new Frame(kind, new Content());
	}

	@Override
	public String toString() {
		return "Frame[" + this.kind + "]";
	}

}
