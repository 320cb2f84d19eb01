package com.headjack.engine.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.github.dockerjava.api.model.Info;

/**
 * The security options of containers.
 */
final class SecurityOptions {

	private static final String SELINUX = "name=selinux";

	private SecurityOptions() {
	}

	/**
	 * Chooses the options. On an engine with SELinux, containers may read and write the
	 * user's files only without a label of their own; the other way would relabel these
	 * files on the host.
	 * @param engine the engine's description of itself
	 * @return the options
	 */
	static List<String> of(Info engine) {
		List<String> options = new ArrayList<>(List.of("no-new-privileges"));
		if (Objects.requireNonNullElse(engine.getSecurityOptions(), List.<String>of())
			.stream()
			.anyMatch((option) -> option.equals(SELINUX) || option.startsWith(SELINUX + ","))) {
			options.add("label=disable");
		}
		return options;
	}

}
