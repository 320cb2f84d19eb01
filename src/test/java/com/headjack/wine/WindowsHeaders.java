package com.headjack.wine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The header files of Windows: a compiler for it (Debian's {@code gcc-mingw-w64-x86-64})
 * refuses assertions that are wrong.
 *
 * @param folder holds the program that is compiled
 */
public record WindowsHeaders(Path folder) {

	private static final String COMPILER = "x86_64-w64-mingw32-gcc";

	/**
	 * An assertion that an expression has a value.
	 */
	public static String equal(String expression, long value) {
		return expression + " == " + value;
	}

	/**
	 * An assertion that a function is declared with these types.
	 */
	public static String function(String name, String result, String arguments) {
		return "__builtin_types_compatible_p(__typeof__(&%s), %s (WINAPI *)(%s))".formatted(name, result, arguments);
	}

	/**
	 * Compiles assertions.
	 * @return what the compiler says against them, or nothing
	 */
	public String compile(List<String> assertions) throws IOException, InterruptedException {
		StringBuilder program = new StringBuilder("#include <stddef.h>\n#include <windows.h>\n#include <wincred.h>\n");
		assertions.forEach((assertion) -> program.append("_Static_assert(%s, \"\");\n".formatted(assertion)));
		Path source = Files.writeString(this.folder.resolve("assertions.c"), program);
		Path output = this.folder.resolve("output");
		Process compiler = new ProcessBuilder(COMPILER, "-std=gnu11", "-fsyntax-only", source.toString())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile())
			.start();
		int code = compiler.waitFor();
		String said = Files.readString(output);
		assertThat(code == 0).as(said).isEqualTo(said.isEmpty());
		return said;
	}

}
