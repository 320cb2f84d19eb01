package com.headjack.doctor;

import java.util.List;

import com.headjack.failure.HeadjackException;

/**
 * Looks whether something works here.
 */
interface Check {

	/**
	 * What is looked at.
	 * @return a word or two
	 */
	String name();

	/**
	 * Looks.
	 * @return what was found, one or more
	 * @throws HeadjackException if what is looked at does not work
	 */
	List<Diagnostic> run();

}
