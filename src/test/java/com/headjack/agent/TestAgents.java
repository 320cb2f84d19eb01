package com.headjack.agent;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

	/**
	 * An agent {@code mine} with a key in {@code MINE_API_KEY}.
	 * @param pattern the pattern of its key
	 */
	public static AgentProfile taking(String pattern) {
		Accepts accepts = new Accepts(ProfilePattern.parse(pattern, () -> "mine.yaml"), List.of(), "a key");
		Login login = new Login("MINE_API_KEY", accepts, null, List.of(), Map.of(), Map.of(), Map.of(),
				Renewal.UNKNOWN);
		return new AgentProfile(new AgentId("mine"), "Mine", "Mine", "mine", List.of(), List.of(), Map.of(), Set.of(),
				Map.of(), List.of(), List.of(), List.of(), List.of(), Map.of(LoginMethod.API_KEY, login));
	}

	public static AgentCatalog withProfilesIn(Path folder) {
		ProfileReader reader = new ProfileReader();
		return new AgentCatalog(new BuiltInProfiles(reader), new UserProfiles(folder, reader));
	}

}
