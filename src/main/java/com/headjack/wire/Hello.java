package com.headjack.wire;

import java.util.List;
import java.util.Map;

/**
 * What a client says first: the command, and the client's world at this moment.
 *
 * @param build identifies the version and build of the client
 * @param home the folder where it is installed
 * @param fit what a process cannot change for one command, see {@link Fit}
 * @param words the command, without the program's name
 * @param folder the working directory
 * @param variables all environment variables, for hjk and for the programs that it starts
 * @param terminals the standard streams that are terminals, as the launcher lists them
 * @param modes the terminal's modes that the launcher saved, or an empty text
 * @param size the terminal's rows and columns, as {@code stty size} prints them, or an
 * empty text
 */
public record Hello(String build, String home, List<String> fit, List<String> words, String folder,
		Map<String, String> variables, String terminals, String modes, String size) {

	private static final int PROTOCOL = 1;

	/**
	 * Reads what a client said.
	 * @param content the content of the frame
	 * @return what it said
	 * @throws IllegalArgumentException if it speaks another protocol
	 * @throws java.nio.BufferUnderflowException if it broke off
	 */
	public static Hello of(Content content) {
		if (content.number() != PROTOCOL) {
			throw new IllegalArgumentException("another protocol");
		}
		return new Hello(content.text(), content.text(), content.texts(), content.texts(), content.text(),
				content.entries(), content.text(), content.text(), content.text());
	}

	/**
	 * Says it.
	 * @return the frame
	 */
	public Frame frame() {
		return new Frame(FrameKind.HELLO,
				new Content().number(PROTOCOL)
					.text(this.build)
					.text(this.home)
					.texts(this.fit)
					.texts(this.words)
					.text(this.folder)
					.entries(this.variables)
					.text(this.terminals)
					.text(this.modes)
					.text(this.size));
	}

	@Override
	public String toString() {
		return "Hello[" + this.build + "]";
	}

}
