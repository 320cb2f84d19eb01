package com.headjack.engine.docker;

import java.util.List;
import java.util.Objects;

import com.github.dockerjava.api.model.Info;
import org.jspecify.annotations.Nullable;

import com.headjack.engine.EngineException;

/**
 * Makes the owner of the files the same user in a container as on the host. By default, a
 * rootless engine maps that user to the container's root.
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
	 * Chooses the user namespace mode for containers.
	 * @param engine the engine's description of itself
	 * @return the mode, or {@code null} for the default
	 * @throws EngineException if the engine has no suitable mode
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
