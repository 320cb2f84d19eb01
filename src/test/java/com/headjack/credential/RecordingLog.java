package com.headjack.credential;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what a capture tells.
 */
final class RecordingLog implements CaptureLog {

	final List<String> repairs = new ArrayList<>();

	final List<String> files = new ArrayList<>();

	final List<String> warnings = new ArrayList<>();

	@Override
	public void repaired(String what) {
		this.repairs.add(what);
	}

	@Override
	public void found(String file) {
		this.files.add(file);
	}

	@Override
	public void warned(String why) {
		this.warnings.add(why);
	}

}
