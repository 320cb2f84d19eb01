package com.headjack.doctor;

import java.util.List;
import java.util.Properties;

/**
 * Reports the Java runtime.
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
