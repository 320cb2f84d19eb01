package com.headjack.agent;

/**
 * Agents for tests of other packages.
 */
public final class TestAgents {

	private TestAgents() {
	}

	public static AgentCatalog builtIn() {
		return new AgentCatalog(new BuiltInProfiles(new ProfileReader()));
	}

}
