package com.headjack.log;

import java.io.IOException;

import com.headjack.engine.TerminalSize;
import com.headjack.screen.Transcript;

/**
 * The screen of a session's program, as the end of its log draws it.
 */
public final class LastScreen {

	/**
	 * The number of bytes at the end of the log that are read. A question is drawn with a
	 * few thousand.
	 */
	private static final long BYTES = 64 * 1024;

	private LastScreen() {
	}

	/**
	 * Reads the last screen. Of a long log, only the end is read, and what was drawn
	 * before it is missing.
	 * @param log the log
	 * @return the text of the screen's rows
	 * @throws IOException if the log cannot be read
	 */
	public static String of(SessionLog log) throws IOException {
		try (LogReader reader = log.open()) {
			LogStart start = reader.begin(BYTES);
			Transcript transcript = transcript(start);
			LogMarks marks = new LogMarks(new ReadableLog.Drawing(transcript));
			reader.copy(marks);
			marks.close();
			return transcript.shown();
		}
	}

	private static Transcript transcript(LogStart start) {
		TerminalSize size = start.size();
		return start.known() ? new Transcript(size.rows(), size.columns(), (_, _) -> {
		}) : Transcript.inTheMiddle(size.rows(), size.columns(), (_, _) -> {
		});
	}

}
