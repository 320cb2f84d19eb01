package com.headjack.doctor;

import java.util.List;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.EngineVersion;

/**
 * Whether an engine answers.
 */
record EngineCheck(ContainerEngine engine) implements Check {

	@Override
	public String name() {
		return "engine";
	}

	@Override
	public List<Diagnostic> run() {
		EngineVersion version = this.engine.version();
		return List
			.of(Diagnostic.ok(name(), "%s %s at %s".formatted(version.name(), version.version(), version.address())));
	}

}
