package com.headjack.instance;

/**
 * The paths in a container.
 */
public final class ContainerPaths {

	/**
	 * The worktree, which is also mounted at its path on the host.
	 */
	public static final String WORKSPACE = "/workspace";

	/**
	 * The output of the sessions, for the host to read.
	 */
	public static final String OUT = "/var/log/headjack";

	/**
	 * Secret files, in memory.
	 */
	public static final String SECRETS = "/run/headjack";

	/**
	 * What agents keep of their conversations; it outlives the container.
	 */
	public static final String CONVERSATIONS = "/var/lib/headjack";

	private ContainerPaths() {
	}

}
