package com.headjack.store;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.foreign.NativeLibrary;
import com.headjack.foreign.PlainFunction;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A library in C that lets a call of the system fail in the program that it is loaded
 * into.
 *
 * @param library the library's file
 */
public record Faults(Path library) {

	private static final String VARIABLE = "LD_PRELOAD";

	/**
	 * Kills instead of failing.
	 */
	public static final int KILL = 0;

	/**
	 * Lets no call fail.
	 */
	public static final int NEVER = 0;

	public static final int IO_ERROR = 5;

	/**
	 * Builds the library.
	 * @param folder where to
	 */
	public static Faults build(Path folder) throws Exception {
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
	public Process start(Path folder, int call, int error, Class<?> program, List<String> arguments)
			throws IOException {
		return StoreProgram.start(prefix(folder, call, error), program, arguments);
	}

	/**
	 * The words before a program that is killed.
	 * @param folder the folder on whose files a call kills, as one on a socket does
	 * @param step which of the calls, from 1, and of what it {@linkplain #step calls} a
	 * step itself
	 */
	public List<String> killing(Path folder, int step) {
		return Stream.concat(prefix(folder, step, KILL).stream(), Stream.of("FAULT_SOCKETS=1")).toList();
	}

	private List<String> prefix(Path folder, int call, int error) {
		return List.of("env", VARIABLE + "=" + this.library, "FAULT_FOLDER=" + folder, "FAULT_AT=" + call,
				"FAULT_ERROR=" + error);
	}

	/**
	 * A step of this process, which kills it if it is its turn.
	 */
	public static void step() {
		Optional.ofNullable(System.getenv(VARIABLE))
			.ifPresent((library) -> NativeLibrary.named(library)
				.linkPlain("fault_step", FunctionDescriptor.ofVoid())
				.call((handle) -> {
					handle.invokeExact();
					return true;
				}));
	}

	/**
	 * Chooses the call that fails next in this process.
	 * @return whether the one that was chosen before has failed
	 */
	public boolean at(int call) {
		PlainFunction faultAt = NativeLibrary.named(this.library.toString())
			.linkPlain("fault_at", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
		int left = faultAt.call((handle) -> (int) handle.invokeExact(call));
		return left <= 0;
	}

}
