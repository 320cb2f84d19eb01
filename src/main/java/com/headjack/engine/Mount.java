package com.headjack.engine;

import java.nio.file.Path;

/**
 * Something that is mounted into a container.
 */
public sealed interface Mount {

	/**
	 * Where it is mounted.
	 * @return an absolute path in the container
	 */
	String target();

	/**
	 * A folder or file of the host.
	 *
	 * @param source its path on the host
	 * @param target its path in the container
	 * @param readOnly whether the container may only read it
	 */
	record Bind(Path source, String target, boolean readOnly) implements Mount {

	}

	/**
	 * A folder in memory (noexec, nosuid, nodev), root's own, gone when the container
	 * stops.
	 *
	 * @param target its path in the container
	 */
	record Memory(String target) implements Mount {

	}

}
