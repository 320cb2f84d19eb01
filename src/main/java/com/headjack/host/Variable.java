package com.headjack.host;

/**
 * An environment variable that hjk reads. There are no others.
 */
public sealed interface Variable permits KnownVariable, SettingVariable, ProfileVariable {

	/**
	 * Returns the name that it has in the environment.
	 * @return the name
	 */
	String key();

}
