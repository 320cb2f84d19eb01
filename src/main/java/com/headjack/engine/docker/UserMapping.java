package com.headjack.engine.docker;

import java.util.List;
import java.util.Objects;

import com.github.dockerjava.api.model.Info;
import org.jspecify.annotations.Nullable;

import com.headjack.engine.EngineException;

/**
 * Sees that the user who owns the files is the same one in a container. An engine that is
 * not root's makes him the container's root, unless it is told otherwise.
 *
 * @see <a href=
 * "https://docs.podman.io/en/latest/markdown/podman-run.1.html#userns-mode">podman-run</a>
 */
final class UserMapping {

	private static final String PODMANS_MARK = "Rootless";

	private static final String DOCKERS_MARK = "name=rootless";

	private static final String SAME = "keep-id";

	private UserMapping() {
	}

	/**
	 * The mode of the user name space that containers need.
	 * @param engine what the engine tells of itself
	 * @return the mode, or {@code null} for the usual one
	 * @throws EngineException if the engine has none that would do
	 */
	static @Nullable String of(Info engine) {
		if (Boolean.TRUE.equals(engine.getRawValues().get(PODMANS_MARK))) {
			return SAME;
		}
		if (Objects.requireNonNullElse(engine.getSecurityOptions(), List.of()).contains(DOCKERS_MARK)) {
			throw new EngineException("Docker in its rootless mode cannot let an agent work on your files",
					"use rootless Podman, which can, or Docker's own service", null);
		}
		return null;
	}

}
