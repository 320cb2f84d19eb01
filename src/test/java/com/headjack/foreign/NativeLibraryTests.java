package com.headjack.foreign;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class NativeLibraryTests {

	private static final int EBADF = 9;

	private final NativeLibrary library = NativeLibrary.standard();

	@Test
	void callGivesTheResult() {
		NativeFunction absolute = this.library.link("labs",
				FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
		assertThat(absolute.call("labs", (handle, state) -> (long) handle.invokeExact(state, -42L))).isEqualTo(42);
	}

	@Test
	void callWhenTheFunctionFailsThrowsWithItsErrorNumber() {
		NativeFunction read = this.library.link("read", FunctionDescriptor.of(ValueLayout.JAVA_LONG,
				ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG));
		try (Arena arena = Arena.ofConfined()) {
			assertThatExceptionOfType(NativeCallException.class)
				.isThrownBy(() -> read.call("reading",
						(handle, state) -> (long) handle.invokeExact(state, -1, arena.allocate(1), 1L)))
				.withMessage("reading failed with error number 9")
				.satisfies((failure) -> {
					assertThat(failure.function()).isEqualTo("reading");
					assertThat(failure.errno()).isEqualTo(EBADF);
				});
		}
	}

	@Test
	void callWhenTheInvocationFailsThrowsItsFailure() {
		NativeFunction absolute = this.library.link("labs",
				FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
		assertThatIllegalArgumentException().isThrownBy(() -> absolute.call("labs", (handle, state) -> {
			throw new IllegalArgumentException();
		}));
		assertThatIllegalStateException().isThrownBy(() -> absolute.call("labs", (handle, state) -> {
			throw new Exception();
		}));
	}

	@Test
	void linkWhenThereIsNoSuchFunctionThrows() {
		assertThatExceptionOfType(UnsatisfiedLinkError.class)
			.isThrownBy(() -> this.library.link("no_such_function", FunctionDescriptor.ofVoid()));
	}

	@Test
	void namedWhenThereIsNoSuchLibraryThrows() {
		assertThatIllegalArgumentException().isThrownBy(() -> NativeLibrary.named("no-such-library"));
	}

	@Test
	void callWhenTheFunctionReportsItsFailureInAnotherWayThrows() {
		NativeFunction absolute = this.library.link("labs", new FailureReport(42, "errno"),
				FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
		assertThat(absolute.call("labs", (handle, state) -> (long) handle.invokeExact(state, -41L))).isEqualTo(41);
		assertThatExceptionOfType(NativeCallException.class)
			.isThrownBy(() -> absolute.call("labs", (handle, state) -> (long) handle.invokeExact(state, -42L)));
	}

	@Test
	void callOfAPlainFunctionGivesWhatItReturned() {
		PlainFunction absolute = this.library.linkPlain("labs",
				FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
		assertThat(absolute.<Long>call((handle) -> (long) handle.invokeExact(-42L))).isEqualTo(42);
		assertThatIllegalArgumentException().isThrownBy(() -> absolute.<Long>call((handle) -> {
			throw new IllegalArgumentException();
		}));
		assertThatIllegalStateException().isThrownBy(() -> absolute.<Long>call((handle) -> {
			throw new Exception();
		}));
	}

}
