package com.headjack.doctor;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.ContainerSpec;
import com.headjack.engine.EngineException;
import com.headjack.engine.ExecRequest;
import com.headjack.engine.ExecResult;
import com.headjack.engine.RuntimeOptions;

/**
 * A container that lives for a moment, to look into its image. It sees nothing of the
 * host, and ends by itself should nobody remove it.
 */
final class TrialContainer implements AutoCloseable {

	/**
	 * Any user but root: what only root can run is of no use to a session.
	 */
	private static final String USER = "65534:65534";

	private static final String LOOK = """
			for program; do
				command -v "$program" >/dev/null 2>&1 || printf '%s\\n' "$program"
			done""";

	private final ContainerEngine engine;

	private final String id;

	private TrialContainer(ContainerEngine engine, String id) {
		this.engine = engine;
		this.id = id;
	}

	static TrialContainer start(ContainerEngine engine, String image) {
		String id = engine.create(new ContainerSpec("hjk-doctor-" + UUID.randomUUID(), image, USER, "/",
				List.of("sleep", "60"), Map.of(), Map.of(), List.of(), RuntimeOptions.none()));
		try {
			engine.start(id);
		}
		catch (EngineException ex) {
			engine.remove(id);
			throw ex;
		}
		return new TrialContainer(engine, id);
	}

	/**
	 * Looks for programs.
	 * @param programs their names
	 * @return those that are not there
	 */
	List<String> missing(List<String> programs) {
		ExecResult result = this.engine.exec(this.id, ExecRequest.script(LOOK, programs));
		if (!result.succeeded()) {
			throw new EngineException("the image has no shell that works",
					"choose another image with 'hjk config default.base_image'", null);
		}
		return result.output().lines().toList();
	}

	@Override
	public void close() {
		this.engine.remove(this.id);
	}

}
