package com.headjack.foreign;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The error numbers of native functions that mean "not found".
 */
public final class AbsenceErrors {

	private final Set<Integer> numbers;

	private AbsenceErrors(Set<Integer> numbers) {
		this.numbers = numbers;
	}

	/**
	 * Names the error numbers.
	 * @param numbers the numbers, as in {@link NativeCallException#errno()}
	 * @return the errors
	 */
	public static AbsenceErrors of(Integer... numbers) {
		return new AbsenceErrors(Set.of(numbers));
	}

	/**
	 * Whether a failure means "not found".
	 * @param failure the failure of a native function
	 * @return whether its error number is one of these
	 */
	public boolean include(NativeCallException failure) {
		return this.numbers.contains(failure.errno());
	}

	/**
	 * Makes a call that looks for something.
	 * @param <T> the type of the result
	 * @param call the call
	 * @return the call's result, or empty if nothing was found
	 * @throws NativeCallException if the call failed with any other error
	 */
	public <T> Optional<T> find(Supplier<T> call) {
		try {
			return Optional.of(call.get());
		}
		catch (NativeCallException ex) {
			if (include(ex)) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	/**
	 * Makes a call that changes or removes something.
	 * @param call the call
	 * @return whether the thing was found
	 * @throws NativeCallException if the call failed with any other error
	 */
	public boolean change(Runnable call) {
		return find(() -> {
			call.run();
			return true;
		}).isPresent();
	}

}
