package com.headjack.store.file;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;

import com.headjack.foreign.NativeLibrary;
import com.headjack.foreign.PlainFunction;
import com.headjack.store.StoreProgram;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A library in C that lets a call of the system fail in the program that it is loaded
 * into.
 *
 * @param library the library's file
 */
record Faults(Path library) {

	/**
	 * Kills instead of failing.
	 */
	static final int KILL = 0;

	/**
	 * Lets no call fail.
	 */
	static final int NEVER = 0;

	static final int IO_ERROR = 5;

	/**
	 * Builds the library.
	 * @param folder where to
	 */
	static Faults build(Path folder) throws Exception {
		Path library = folder.resolve("libfaults.so");
		Process compiler = new ProcessBuilder("gcc", "-shared", "-fPIC", "-o", library.toString(),
				"src/test/c/faults.c", "-ldl")
			.inheritIO()
			.start();
		assertThat(compiler.waitFor()).isZero();
		return new Faults(library);
	}

	/**
	 * Starts a program.
	 * @param folder the folder on whose files a call fails
	 * @param call which of the calls, from 1
	 * @param error the number of the error, or {@link #KILL}
	 */
	Process start(Path folder, int call, int error, Class<?> program, List<String> arguments) throws IOException {
		return StoreProgram.start(List.of("env", "LD_PRELOAD=" + this.library, "FAULT_FOLDER=" + folder,
				"FAULT_AT=" + call, "FAULT_ERROR=" + error), program, arguments);
	}

	/**
	 * Chooses the call that fails next in this process.
	 * @return whether the one that was chosen before has failed
	 */
	boolean at(int call) {
		PlainFunction faultAt = NativeLibrary.named(this.library.toString())
			.linkPlain("fault_at", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
		int left = faultAt.call((handle) -> (int) handle.invokeExact(call));
		return left <= 0;
	}

}
