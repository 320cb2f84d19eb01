package com.headjack.configuration;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;

/**
 * A place in a file.
 *
 * @param file the file
 * @param line the line, from 1
 * @param column the column, from 1
 */
record Place(String file, int line, int column) {

	static Place of(String file, @Nullable Mark mark) {
		return (mark != null) ? new Place(file, mark.getLine() + 1, mark.getColumn() + 1) : new Place(file, 1, 1);
	}

	static Place of(String file, Node node) {
		return of(file, node.getStartMark());
	}

	/**
	 * Makes a failure of what is here.
	 * @param reason what is wrong
	 * @param remedy what to do about it
	 */
	HeadjackException refused(String reason, @Nullable String remedy) {
		return new HeadjackException(FailureKind.FAILED, this + ": " + reason, remedy);
	}

	@Override
	public String toString() {
		return this.file + ":" + this.line + ":" + this.column;
	}

}
