package com.headjack.shell;

import org.springframework.core.NestedExceptionUtils;
import org.yaml.snakeyaml.error.MarkedYAMLException;

import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.shell.terminal.Output;

/**
 * Tells a user why nothing could be started.
 */
public final class StartFailure {

	private StartFailure() {
	}

	/**
	 * Prints the failure.
	 * @param failure why the application did not start
	 * @param debug whether to print a stack trace
	 * @return the exit code for it
	 */
	public static int print(RuntimeException failure, boolean debug) {
		Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
		RuntimeException told = (cause instanceof MarkedYAMLException yaml) ? malformed(yaml, failure) : failure;
		return new FailurePrinter(Output.of(System.out, System.err), debug).print(told);
	}

	private static HeadjackException malformed(MarkedYAMLException yaml, RuntimeException failure) {
		int line = (yaml.getProblemMark() != null) ? yaml.getProblemMark().getLine() + 1 : 0;
		return new HeadjackException(FailureKind.FAILED,
				"the configuration cannot be read: line %s: %s".formatted(line, yaml.getProblem()),
				"correct it with 'hjk config --edit'", failure);
	}

}
