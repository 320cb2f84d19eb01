package com.headjack.engine.docker;

import com.github.dockerjava.api.model.Info;
import org.jspecify.annotations.Nullable;

/**
 * The limits of containers for which the user sets none.
 */
final class DefaultLimits {

	/**
	 * The maximum number of processes and threads.
	 */
	static final long PIDS = 4096;

	private static final long SMALLEST_REST = 512L << 20;

	private static final long LARGEST_REST = 4L << 30;

	private DefaultLimits() {
	}

	/**
	 * Chooses the maximum size of a container's memory: all that the engine's machine has
	 * but an eighth, so that the machine itself stays usable.
	 * @param engine the engine's description of itself
	 * @return the size in bytes, or {@code null} for none, where the engine cannot limit
	 * it, or the machine is too small
	 */
	static @Nullable Long memory(Info engine) {
		Long total = engine.getMemTotal();
		if (total == null || !limitsMemory(engine)) {
			return null;
		}
		long limit = total - Math.clamp(total / 8, SMALLEST_REST, LARGEST_REST);
		return (limit >= SMALLEST_REST) ? limit : null;
	}

	/**
	 * Returns whether the engine limits the memory of containers. A rootless Podman on
	 * cgroups of version 1 says so, but does not.
	 * @param engine the engine's description of itself
	 */
	static boolean limitsMemory(Info engine) {
		boolean ignored = UserMapping.rootlessPodman(engine) && "1".equals(engine.getCGroupVersion());
		return !ignored && !Boolean.FALSE.equals(engine.getMemoryLimit());
	}

}
