package com.headjack.shell;

import com.headjack.shell.command.Application;
import com.headjack.shell.grammar.GlobalOptions;

/**
 * Fails a test that starts the application.
 */
public enum NoApplication implements Application {

	INSTANCE;

	@Override
	public void configure(GlobalOptions options) {
		// Nothing is started.
	}

	@Override
	public <T> T get(Class<T> type) {
		throw new AssertionError("the application is started for a " + type.getSimpleName());
	}

	@Override
	public void stop() {
		// Nothing is started.
	}

}
