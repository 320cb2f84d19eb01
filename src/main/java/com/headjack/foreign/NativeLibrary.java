package com.headjack.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.stream.Stream;

/**
 * A native library whose functions are linked such that every call captures its error
 * number.
 */
public final class NativeLibrary {

	static final MemoryLayout STATE = Linker.Option.captureStateLayout();

	private final SymbolLookup symbols;

	private NativeLibrary(SymbolLookup symbols) {
		this.symbols = symbols;
	}

	/**
	 * Returns the C library of this process.
	 * @return the library
	 */
	public static NativeLibrary standard() {
		return new NativeLibrary(Linker.nativeLinker().defaultLookup());
	}

	/**
	 * Loads a library until this process exits.
	 * @param name its name or path, as the dynamic loader takes it
	 * @return the library
	 * @throws IllegalArgumentException if it cannot be loaded
	 */
	@SuppressWarnings("restricted")
	public static NativeLibrary named(String name) {
		return new NativeLibrary(SymbolLookup.libraryLookup(name, Arena.global()));
	}

	/**
	 * Links a function that reports failure as the C library does.
	 * @param name the function's name
	 * @param descriptor its arguments and its result, a {@code long}
	 * @param options further options of the linker
	 * @return the function
	 * @throws UnsatisfiedLinkError if the library has no such function
	 */
	public NativeFunction link(String name, FunctionDescriptor descriptor, Linker.Option... options) {
		return link(name, FailureReport.ERRNO, descriptor, options);
	}

	/**
	 * Links a function.
	 * @param name the function's name
	 * @param report the way in which it reports failure
	 * @param descriptor its arguments and its result, an integer
	 * @param options further options of the linker
	 * @return the function
	 * @throws UnsatisfiedLinkError if the library has no such function
	 */
	@SuppressWarnings("restricted")
	public NativeFunction link(String name, FailureReport report, FunctionDescriptor descriptor,
			Linker.Option... options) {
		Linker.Option[] all = Stream
			.concat(Stream.of(options), Stream.of(Linker.Option.captureCallState(report.state())))
			.toArray(Linker.Option[]::new);
		return new NativeFunction(Linker.nativeLinker().downcallHandle(address(name), descriptor, all), report);
	}

	/**
	 * Links a function that sets no error number.
	 * @param name the function's name
	 * @param descriptor its arguments and its result
	 * @return the function
	 * @throws UnsatisfiedLinkError if the library has no such function
	 */
	@SuppressWarnings("restricted")
	public PlainFunction linkPlain(String name, FunctionDescriptor descriptor) {
		return new PlainFunction(Linker.nativeLinker().downcallHandle(address(name), descriptor));
	}

	/**
	 * Finds a symbol.
	 * @param name the symbol's name
	 * @return its address
	 * @throws UnsatisfiedLinkError if the library has no such symbol
	 */
	public MemorySegment address(String name) {
		return this.symbols.find(name).orElseThrow(() -> new UnsatisfiedLinkError(name));
	}

}
