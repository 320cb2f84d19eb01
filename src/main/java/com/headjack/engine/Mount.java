package com.headjack.engine;

import java.nio.file.Path;

/**
 * A mount of a container.
 */
public sealed interface Mount {

	/**
	 * The mount point.
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
	 * An in-memory folder (noexec, nosuid, nodev) that root owns. Its content is lost
	 * when the container stops.
	 *
	 * @param target its path in the container
	 */
	record Memory(String target) implements Mount {

	}

	/**
	 * A folder that the engine keeps where it keeps its containers, and that outlives
	 * them. It is made where it does not exist; root owns it then.
	 *
	 * @param name its name
	 * @param target its path in the container
	 */
	record Volume(String name, String target) implements Mount {

	}

}
