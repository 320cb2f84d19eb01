package com.headjack.doctor;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerSpec;
import com.headjack.engine.EngineException;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.engine.Mount;
import com.headjack.engine.RuntimeOptions;
import com.headjack.failure.FailureKind;
import com.headjack.failure.HeadjackException;
import com.headjack.process.ShutdownHook;

/**
 * A short-lived container for looking into an image. It has no access to the host but to
 * the folders it is given, and exits by itself if it is not removed.
 */
final class TrialContainer implements AutoCloseable {

	/**
	 * Any user but root, because sessions do not run as root.
	 */
	private static final String USER = "65534:65534";

	private static final String LOOK = """
			for program; do
				command -v "$program" >/dev/null 2>&1 || printf '%s\\n' "$program"
			done""";

	private final ContainerEngine engine;

	private final String name = "hjk-doctor-" + UUID.randomUUID();

	private final ShutdownHook hook = ShutdownHook.undoing(this::remove);

	private TrialContainer(ContainerEngine engine) {
		this.engine = engine;
	}

	static TrialContainer start(ContainerEngine engine, String image) {
		return start(engine, image, USER, List.of());
	}

	/**
	 * Starts a container that shares folders with the host.
	 * @param user the user and group of its processes
	 * @param mounts the folders
	 */
	static TrialContainer start(ContainerEngine engine, String image, String user, List<Mount> mounts) {
		TrialContainer container = new TrialContainer(engine);
		try {
			container.run(image, user, mounts);
			return container;
		}
		catch (EngineException ex) {
			container.close();
			throw ex;
		}
	}

	private synchronized void run(String image, String user, List<Mount> mounts) {
		this.engine.create(new ContainerSpec(this.name, image, user, "/", List.of("sleep", "60"), Map.of(), Map.of(),
				mounts, RuntimeOptions.none()));
		this.engine.start(this.name);
	}

	// Waits for a container that is being created.
	private synchronized void remove() {
		this.engine.remove(this.name);
	}

	ExecResult run(ExecRequest request) {
		return this.engine.exec(this.name, request);
	}

	/**
	 * Looks for programs.
	 * @param programs their names
	 * @return the missing ones
	 */
	List<String> missing(List<String> programs) {
		ExecResult result = this.engine.exec(this.name, ExecRequest.script(LOOK, programs));
		if (!result.succeeded()) {
			throw new HeadjackException(FailureKind.FAILED, "the image has no working shell",
					"choose another image with 'hjk config default.base_image'");
		}
		return result.output().lines().toList();
	}

	@Override
	public void close() {
		remove();
		this.hook.close();
	}

}
