package com.headjack.doctor;

import java.util.List;

import com.headjack.failure.HeadjackException;

/**
 * Checks one part of the environment.
 */
interface Check {

	/**
	 * Returns the name of the part.
	 * @return a word or two
	 */
	String name();

	/**
	 * Runs the check.
	 * @return the findings, at least one unless there is nothing to check
	 * @throws HeadjackException if the part does not work
	 */
	List<Diagnostic> run();

}
