package com.headjack.instance;

/**
 * Where things are in a container.
 */
public final class ContainerPaths {

	/**
	 * The worktree, besides its own path of the host.
	 */
	public static final String WORKSPACE = "/workspace";

	/**
	 * What sessions put out, which the host reads.
	 */
	public static final String OUT = "/var/log/headjack";

	/**
	 * Secret files, in memory.
	 */
	public static final String SECRETS = "/run/headjack";

	private ContainerPaths() {
	}

}
