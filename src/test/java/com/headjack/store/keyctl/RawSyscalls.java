package com.headjack.store.keyctl;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

import com.headjack.foreign.NativeFunction;
import com.headjack.foreign.NativeLibrary;

/**
 * Changes what a thread, and the threads that it starts, may do.
 */
final class RawSyscalls {

	private static final int SET_NO_NEW_PRIVILEGES = 38;

	private static final int SET_SECCOMP = 22;

	private static final int SECCOMP_FILTER = 2;

	private static final int JOIN_SESSION_KEYRING = 1;

	private static final int REVOKE = 3;

	private static final boolean ARM = System.getProperty("os.arch").equals("aarch64");

	private static final SyscallNumbers NUMBERS = SyscallNumbers.of(System.getProperty("os.arch"));

	private static final NativeFunction SYSCALL = NativeLibrary.standard()
		.link("syscall",
				FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
						ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG),
				Linker.Option.firstVariadicArg(1));

	private RawSyscalls() {
	}

	/**
	 * Runs on a thread of its own, which takes with it what was changed.
	 */
	static <T> T onThread(Callable<T> action) throws Exception {
		FutureTask<T> task = new FutureTask<>(action);
		Thread.ofPlatform().start(task);
		return task.get();
	}

	/**
	 * Gives this thread a session keyring without a link to the user's, as
	 * {@code keyctl session -} does.
	 */
	static void joinEmptySession() {
		call(NUMBERS.keyctl(), JOIN_SESSION_KEYRING, 0, 0);
	}

	static void revoke(int key) {
		call(NUMBERS.keyctl(), REVOKE, key, 0);
	}

	/**
	 * Lets the kernel answer EPERM to this thread's calls on keys, as a container's
	 * default profile does.
	 */
	static void blockKeys() {
		try (Arena arena = Arena.ofConfined()) {
			long last = NUMBERS.keyctl();
			long[][] program = { { 0x20, 0, 0, 0 }, { 0x35, 0, 2, NUMBERS.addKey() }, { 0x25, 1, 0, last },
					{ 0x06, 0, 0, 0x0005_0001 }, { 0x06, 0, 0, 0x7fff_0000 } };
			MemorySegment filter = arena.allocate(8L * program.length, 8);
			for (int i = 0; i < program.length; i++) {
				filter.set(ValueLayout.JAVA_SHORT, 8L * i, (short) program[i][0]);
				filter.set(ValueLayout.JAVA_BYTE, 8L * i + 2, (byte) program[i][1]);
				filter.set(ValueLayout.JAVA_BYTE, 8L * i + 3, (byte) program[i][2]);
				filter.set(ValueLayout.JAVA_INT, 8L * i + 4, (int) program[i][3]);
			}
			MemorySegment header = arena.allocate(16, 8);
			header.set(ValueLayout.JAVA_SHORT, 0, (short) program.length);
			header.set(ValueLayout.JAVA_LONG, 8, filter.address());
			long prctl = ARM ? 167 : 157;
			call(prctl, SET_NO_NEW_PRIVILEGES, 1, 0);
			call(prctl, SET_SECCOMP, SECCOMP_FILTER, header.address());
		}
	}

	private static void call(long number, long first, long second, long third) {
		SYSCALL.call("syscall",
				(handle, state) -> (long) handle.invokeExact(state, number, first, second, third, 0L, 0L));
	}

}
