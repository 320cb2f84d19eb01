package com.headjack.resident;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;

import com.headjack.foreign.NativeLibrary;

/**
 * Closes this process to the other processes of its user: none can read its memory or its
 * variables, or debug it. Programs that it starts stay open to them.
 *
 * @see <a href=
 * "https://man7.org/linux/man-pages/man2/pr_set_dumpable.2const.html">PR_SET_DUMPABLE(2const)</a>
 */
public final class ClosedProcess {

	private static final int SET_DUMPABLE = 4;

	private ClosedProcess() {
	}

	/**
	 * Closes the process for good.
	 * @return whether the system can do that
	 */
	public static boolean close() {
		try {
			int result = NativeLibrary.standard()
				.linkPlain("prctl",
						FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG,
								ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG))
				.call((prctl) -> (int) prctl.invokeExact(SET_DUMPABLE, 0L, 0L, 0L, 0L));
			return result == 0;
		}
		catch (UnsatisfiedLinkError _) {
			return false;
		}
	}

}
