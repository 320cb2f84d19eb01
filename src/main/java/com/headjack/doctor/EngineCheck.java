package com.headjack.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import com.headjack.engine.ContainerEngine;
import com.headjack.engine.EngineVersion;

/**
 * Whether an engine answers, and if so, what is looked at in it.
 *
 * @param engine the engine
 * @param further gives the check of an engine's contents by its program's name
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
