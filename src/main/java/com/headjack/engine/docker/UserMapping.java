package com.headjack.engine.docker;

import java.util.List;
import java.util.Objects;

import com.github.dockerjava.api.model.Info;
import org.jspecify.annotations.Nullable;

import com.headjack.engine.EngineUnavailableException;

/**
 * Makes the owner of the files the same user in a container as on the host. By default, a
 * rootless engine maps that user to the container's root, and an engine with user
 * namespaces to nobody.
 *
 * @see <a href=
 * "https://docs.podman.io/en/latest/markdown/podman-run.1.html#userns-mode">podman-run</a>
 */
final class UserMapping {

	private static final String PODMANS_MARK = "Rootless";

	private static final String DOCKERS_MARK = "name=rootless";

	private static final String REMAPPED = "name=userns";

	private static final String SAME = "keep-id";

	private static final String HOST = "host";

	private UserMapping() {
	}

	/**
	 * Chooses the user namespace mode for containers.
	 * @param engine the engine's description of itself
	 * @return the mode, or {@code null} for the default
	 * @throws EngineUnavailableException if the engine has no suitable mode
	 */
	static @Nullable String of(Info engine) {
		if (podman(engine)) {
			return rootlessPodman(engine) ? SAME : HOST;
		}
		List<String> options = Objects.requireNonNullElse(engine.getSecurityOptions(), List.of());
		if (options.contains(DOCKERS_MARK)) {
			throw new EngineUnavailableException("Docker in its rootless mode cannot let an agent work on your files",
					"use rootless Podman, which can, or Docker's own service", null);
		}
		return options.contains(REMAPPED) ? HOST : null;
	}

	/**
	 * Returns whether the engine is Podman.
	 * @param engine the engine's description of itself
	 */
	static boolean podman(Info engine) {
		return engine.getRawValues().containsKey(PODMANS_MARK);
	}

	/**
	 * Returns whether the engine is a Podman that is not root's.
	 * @param engine the engine's description of itself
	 */
	static boolean rootlessPodman(Info engine) {
		return Boolean.TRUE.equals(engine.getRawValues().get(PODMANS_MARK));
	}

}
