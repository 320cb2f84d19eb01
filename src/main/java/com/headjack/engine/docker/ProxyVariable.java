package com.headjack.engine.docker;

import java.util.regex.Pattern;

/**
 * A variable that tells programs of a proxy.
 *
 * @param name the variable's name
 * @param value the proxy's address, which may hold a password
 */
record ProxyVariable(String name, String value) {

	private static final Pattern LOOPBACK = Pattern.compile(
			"(?i)([a-z0-9+.-]+://)?([^/]*@)?(localhost|127\\.[0-9.]+|\\[?::1\\]?|\\[?::ffff:127\\.[0-9.]+\\]?|0\\.0\\.0\\.0)\\.?(:[0-9]*)?(/.*)?");

	private static final String EXCEPTIONS = "no_proxy";

	/**
	 * Whether the address holds the name or password of a user.
	 */
	boolean secret() {
		return this.value.contains("@");
	}

	/**
	 * Whether the proxy is on this machine's own loopback device, which no container
	 * reaches.
	 */
	boolean loopback() {
		return !this.name.equalsIgnoreCase(EXCEPTIONS) && LOOPBACK.matcher(this.value.strip()).matches();
	}

	@Override
	public String toString() {
		return this.name;
	}

}
