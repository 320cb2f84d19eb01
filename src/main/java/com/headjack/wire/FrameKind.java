package com.headjack.wire;

import org.jspecify.annotations.Nullable;

/**
 * What a frame is about: the letter is its first byte.
 */
public enum FrameKind {

	/**
	 * From the client, first of all and after {@link #ALIVE}: a {@link Hello}.
	 */
	HELLO('H'),

	/**
	 * From the client: the name of a signal that it received, such as {@code INT}.
	 */
	SIGNAL('S'),

	/**
	 * From the client: the bytes that {@link #READ} asked for; none at the end of stdin,
	 * or if a terminal's time for a key is over.
	 */
	DATA('D'),

	/**
	 * From the client: the answer to a {@link #WRITE}; the stream's number, how many
	 * bytes are dealt with, and the reason of a failure, empty if there was none.
	 */
	WRITTEN('W'),

	/**
	 * From the client: the reason why stdin cannot be read.
	 */
	UNREADABLE('U'),

	/**
	 * From the client: the end of a program; its exit code, and what it printed.
	 */
	ENDED('P'),

	/**
	 * From the resident, as soon as there is a connection: it is alive, and busy at
	 * worst. Also the answer to each {@link #SIGNAL}: whether the command ends by it, 1
	 * or 0.
	 */
	ALIVE('l'),

	/**
	 * From the resident: the command can run here, and begins with {@link #BEGIN}.
	 */
	ACCEPTED('a'),

	/**
	 * From the resident: the client has to run the command by itself.
	 */
	DECLINED('d'),

	/**
	 * From the resident: read stdin; how many bytes at most.
	 */
	READ('r'),

	/**
	 * From the resident: the number of a stream, 1 for stdout and 2 for stderr, how many
	 * failures to write to it the resident knows of, and the bytes to write. The client
	 * leaves out what was sent before the resident knew of the last failure.
	 */
	WRITE('w'),

	/**
	 * From the resident: run a program at the terminal, whose output is wanted (1) or
	 * goes to the terminal (0); the words.
	 */
	PROGRAM('p'),

	/**
	 * From the resident, last of all: the exit code of the command.
	 */
	EXIT('x'),

	/**
	 * Instead of a hello: tell how the resident is.
	 */
	STATUS('?'),

	/**
	 * Instead of a hello: end when no command runs any more.
	 */
	STOP('!'),

	/**
	 * From the resident, the answer to {@link #STATUS} and {@link #STOP}: names with
	 * their values.
	 */
	TOLD('t'),

	/**
	 * From the client, the answer to {@link #ACCEPTED}: begin. A client that has lost its
	 * patience runs the command by itself and does not say so.
	 */
	BEGIN('B'),

	/**
	 * From the resident, the answer to {@link #BEGIN}, before the command begins. A
	 * client that does not get it knows that nothing has begun.
	 */
	BEGUN('b');

	private final char code;

	FrameKind(char code) {
		this.code = code;
	}

	byte code() {
		return (byte) this.code;
	}

	static @Nullable FrameKind of(byte code) {
		for (FrameKind kind : values()) {
			if (kind.code == code) {
				return kind;
			}
		}
		return null;
	}

}
