package com.headjack.doctor;

import java.util.List;
import java.util.Properties;

/**
 * Which Java runs this.
 */
record JavaCheck(Properties properties) implements Check {

	@Override
	public String name() {
		return "java";
	}

	@Override
	public List<Diagnostic> run() {
		return List.of(Diagnostic.ok(name(), "%s (%s) in %s".formatted(this.properties.getProperty("java.version"),
				this.properties.getProperty("java.vendor"), this.properties.getProperty("java.home"))));
	}

}
