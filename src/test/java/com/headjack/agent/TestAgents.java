package com.headjack.agent;

import java.nio.file.Path;

/**
 * Agents for tests of other packages.
 */
public final class TestAgents {

	private TestAgents() {
	}

	public static AgentCatalog builtIn() {
		return withProfilesIn(Path.of("no-such-folder"));
	}

	public static AgentCatalog withProfilesIn(Path folder) {
		ProfileReader reader = new ProfileReader();
		return new AgentCatalog(new BuiltInProfiles(reader), new UserProfiles(folder, reader));
	}

}
