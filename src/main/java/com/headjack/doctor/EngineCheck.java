package com.headjack.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.EngineVersion;

/**
 * Checks that a container engine answers, and then its contents.
 *
 * @param engine the engine
 * @param further creates the check of the contents from the name of the engine's program
 */
record EngineCheck(ContainerEngine engine, Function<String, Check> further) implements Check {

	@Override
	public String name() {
		return "engine";
	}

	@Override
	public List<Diagnostic> run() {
		EngineVersion version = this.engine.version();
		List<Diagnostic> found = new ArrayList<>();
		found.add(Diagnostic.ok(name(), "%s %s at %s".formatted(version.name(), version.version(), version.address())));
		found.addAll(Doctor.run(this.further.apply(version.name())));
		return found;
	}

}
