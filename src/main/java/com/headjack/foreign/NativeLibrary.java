package com.headjack.foreign;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.VarHandle;
import java.util.stream.Stream;

/**
 * Links functions of a native library so that every call captures its error number.
 */
public final class NativeLibrary {

	static final MemoryLayout STATE = Linker.Option.captureStateLayout();

	static final VarHandle ERRNO = STATE.varHandle(PathElement.groupElement("errno"));

	private final SymbolLookup symbols;

	private NativeLibrary(SymbolLookup symbols) {
		this.symbols = symbols;
	}

	/**
	 * The operating system's C library.
	 * @return the library that every process has
	 */
	public static NativeLibrary standard() {
		return new NativeLibrary(Linker.nativeLinker().defaultLookup());
	}

	/**
	 * Links a function.
	 * @param name the function's name
	 * @param descriptor its arguments and its result, a {@code long}
	 * @param options further options of the linker
	 * @return the function
	 * @throws UnsatisfiedLinkError if the library has no such function
	 */
	@SuppressWarnings("restricted")
	public NativeFunction link(String name, FunctionDescriptor descriptor, Linker.Option... options) {
		MemorySegment symbol = this.symbols.find(name).orElseThrow(() -> new UnsatisfiedLinkError(name));
		Linker.Option[] all = Stream.concat(Stream.of(options), Stream.of(Linker.Option.captureCallState("errno")))
			.toArray(Linker.Option[]::new);
		return new NativeFunction(Linker.nativeLinker().downcallHandle(symbol, descriptor, all));
	}

}
