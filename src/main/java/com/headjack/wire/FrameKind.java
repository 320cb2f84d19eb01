package com.headjack.wire;

/**
 * What a frame is about. The ordinal is the frame's first byte: new kinds go to the end.
 */
public enum FrameKind {

	/**
	 * From the client, first of all: a {@link Hello}.
	 */
	HELLO,

	/**
	 * From the client: the name of a signal that it received, such as {@code INT}.
	 */
	SIGNAL,

	/**
	 * From the client: the bytes that {@link #READ} asked for; none at the end of stdin,
	 * or if a terminal's time for a key is over.
	 */
	DATA,

	/**
	 * From the client: the answer to a {@link #WRITE}; the stream's number, and the
	 * reason of the failure, empty if all was written.
	 */
	WRITTEN,

	/**
	 * From the client: the reason why stdin cannot be read.
	 */
	UNREADABLE,

	/**
	 * From the client: the end of a program; its exit code, and what it printed.
	 */
	ENDED,

	/**
	 * From the resident: the command is begun.
	 */
	ACCEPTED,

	/**
	 * From the resident: the client has to run the command by itself.
	 */
	DECLINED,

	/**
	 * From the resident: read stdin; how many bytes at most.
	 */
	READ,

	/**
	 * From the resident: the number of a stream, 1 for stdout and 2 for stderr, and the
	 * bytes to write to it.
	 */
	WRITE,

	/**
	 * From the resident: run a program at the terminal, whose output is wanted (1) or
	 * goes to the terminal (0); the words.
	 */
	PROGRAM,

	/**
	 * From the resident, last of all: the exit code of the command.
	 */
	EXIT,

	/**
	 * Instead of a hello: tell how the resident is.
	 */
	STATUS,

	/**
	 * Instead of a hello: end when no command runs any more.
	 */
	STOP,

	/**
	 * From the resident, the answer to {@link #STATUS} and {@link #STOP}: names with
	 * their values.
	 */
	TOLD

}
