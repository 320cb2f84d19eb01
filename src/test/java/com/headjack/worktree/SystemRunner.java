package com.headjack.worktree;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import com.headjack.process.ProcessRunner;

/**
 * The runner of programs that the application uses.
 */
final class SystemRunner {

	private SystemRunner() {
	}

	static ProcessRunner get() {
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext(
				"com.headjack.process")) {
			return context.getBean(ProcessRunner.class);
		}
	}

}
