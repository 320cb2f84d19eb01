package com.headjack.client;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The launcher in place of this process, with the same words and variables, streams and
 * terminal. It runs the command without the resident.
 *
 * @param home the folder where hjk is installed
 * @param words the command, as bytes: Java may have lost some of them
 * @see <a href="https://man7.org/linux/man-pages/man2/execve.2.html">execve(2)</a>
 */
@SuppressWarnings("restricted")
record Relaunch(String home, List<byte[]> words) {

	private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

	static Relaunch of(String[] words) {
		return new Relaunch(System.getProperty("headjack.home", ""), bytes(words));
	}

	private static List<byte[]> bytes(String[] words) {
		try {
			List<byte[]> all = split(Files.readAllBytes(COMMAND_LINE));
			return all.subList(all.size() - words.length, all.size());
		}
		catch (IOException _) {
			List<byte[]> all = new ArrayList<>();
			for (String word : words) {
				all.add(word.getBytes(StandardCharsets.UTF_8));
			}
			return all;
		}
	}

	/**
	 * Takes texts apart that each end with a zero byte.
	 */
	static List<byte[]> split(byte[] texts) {
		List<byte[]> all = new ArrayList<>();
		int begin = 0;
		for (int i = 0; i < texts.length; i++) {
			if (texts[i] == 0) {
				all.add(Arrays.copyOfRange(texts, begin, i));
				begin = i + 1;
			}
		}
		return all;
	}

	/**
	 * Starts the launcher, and returns only if that fails.
	 * @return the reason
	 */
	String run() {
		try (Arena arena = Arena.ofConfined()) {
			List<byte[]> arguments = new ArrayList<>();
			arguments.add("/bin/sh".getBytes(StandardCharsets.UTF_8));
			arguments.add((this.home + "/bin/hjk").getBytes(StandardCharsets.UTF_8));
			arguments.addAll(this.words);
			MemorySegment array = arena.allocate(ValueLayout.ADDRESS, arguments.size() + 1L);
			for (int i = 0; i < arguments.size(); i++) {
				array.setAtIndex(ValueLayout.ADDRESS, i, text(arguments.get(i), arena));
			}
			call(arena, array);
			return "execv(2) failed";
		}
		catch (Throwable ex) {
			return ex.toString();
		}
	}

	private static void call(Arena arena, MemorySegment arguments) throws Throwable {
		link("setenv", ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT)
			.invoke(text("HJK_ALONE".getBytes(StandardCharsets.UTF_8), arena), text(new byte[] { '1' }, arena), 1);
		link("execv", ValueLayout.ADDRESS, ValueLayout.ADDRESS).invoke(arguments.getAtIndex(ValueLayout.ADDRESS, 0),
				arguments);
	}

	private static MethodHandle link(String name, MemoryLayout... arguments) {
		Linker linker = Linker.nativeLinker();
		return linker.downcallHandle(linker.defaultLookup().findOrThrow(name),
				FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments));
	}

	private static MemorySegment text(byte[] bytes, Arena arena) {
		MemorySegment text = arena.allocate(bytes.length + 1L);
		MemorySegment.copy(bytes, 0, text, ValueLayout.JAVA_BYTE, 0, bytes.length);
		return text;
	}

}
