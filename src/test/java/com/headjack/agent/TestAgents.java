package com.headjack.agent;

import java.nio.file.Path;
import java.util.Map;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Agents for tests of other packages.
 */
public final class TestAgents {

	private TestAgents() {
	}

	public static AgentCatalog builtIn() {
		return withProfilesIn(Path.of("no-such-folder"));
	}

	/**
	 * What a configuration says.
	 * @param settings its entries
	 */
	public static ConfiguredAgents configured(Map<String, Object> settings) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
		return new ConfiguredAgents(environment);
	}

	public static AgentCatalog withProfilesIn(Path folder) {
		ProfileReader reader = new ProfileReader();
		return new AgentCatalog(new BuiltInProfiles(reader), new UserProfiles(folder, reader));
	}

}
