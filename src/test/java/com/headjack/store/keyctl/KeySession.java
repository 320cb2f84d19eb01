package com.headjack.store.keyctl;

/**
 * A way to come to a shell, which decides on the keyring of its session.
 */
enum KeySession {

	/**
	 * Without a keyring of its own, as of cron.
	 */
	NONE(false, "exec $become \"$@\""),

	/**
	 * As pam_keyinit makes it.
	 */
	LOGIN(false, "exec $become keyctl session - sh -c 'keyctl link @u @s; exec \"$@\"' sh \"$@\""),

	/**
	 * Anonymous, without a link to the user's keyring, as of a service of systemd's.
	 */
	SERVICE(false, "exec $become keyctl session - \"$@\""),

	/**
	 * After the user has logged out, as of a program that tmux keeps.
	 */
	LOGGED_OUT(false, "exec $become keyctl session - sh -c 'keyctl revoke @s; exec \"$@\"' sh \"$@\""),

	/**
	 * Of another user, who became this one.
	 */
	OF_ROOT(true, "exec keyctl session - $become \"$@\""),

	SU(true, "exec keyctl session - su --command 'exec \"$@\"' -- \"$user\" sh \"$@\""),

	SU_LOGIN(true, "exec su --login --command 'exec \"$@\"' -- \"$user\" sh \"$@\""),

	RUNUSER(true, "exec runuser --user \"$user\" -- \"$@\"");

	private final boolean onlyRoot;

	private final String script;

	KeySession(boolean onlyRoot, String script) {
		this.onlyRoot = onlyRoot;
		this.script = script;
	}

	/**
	 * Whether it takes root to begin it.
	 */
	boolean onlyRoot() {
		return this.onlyRoot;
	}

	/**
	 * Begins it with the program that the arguments give.
	 */
	String script() {
		return this.script;
	}

}
