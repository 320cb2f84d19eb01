package com.headjack.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.EngineVersion;

/**
 * Checks that a container engine answers, and then what it has and sees.
 *
 * @param engine the engine
 * @param further creates the further checks from the name of the engine's program
 */
record EngineCheck(ContainerEngine engine, Function<String, List<Check>> further) implements Check {

	@Override
	public String name() {
		return "engine";
	}

	@Override
	public List<Diagnostic> run() {
		EngineVersion version = this.engine.version();
		List<Diagnostic> found = new ArrayList<>();
		found.add(Diagnostic.ok(name(), "%s %s at %s".formatted(version.name(), version.version(), version.address())));
		this.further.apply(version.name()).stream().map(Doctor::run).forEach(found::addAll);
		return found;
	}

}
