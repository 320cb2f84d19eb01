package com.headjack.shell.command;

import java.util.List;

import com.headjack.agent.AgentCatalog;
import com.headjack.agent.AgentId;
import com.headjack.configuration.ConfigurationKey;
import com.headjack.configuration.Setting;
import com.headjack.configuration.SettingCheck;
import com.headjack.configuration.SettingValue;
import com.headjack.engine.RuntimeOptions;
import com.headjack.host.HostEnvironment;
import com.headjack.host.HostPaths;
import com.headjack.shell.grammar.UsageException;

/**
 * The values that settings take where more than their form decides.
 */
public final class SettingChoices implements SettingCheck {

	private final AgentCatalog catalog;

	SettingChoices(AgentCatalog catalog) {
		this.catalog = catalog;
	}

	/**
	 * The values on this machine.
	 * @param host the machine
	 * @return the check of settings that are read
	 */
	public static SettingChoices of(HostEnvironment host) {
		return new SettingChoices(AgentCatalog.of(HostPaths.of(host)));
	}

	/**
	 * Checks a value that is read. An agent may be gone, which must not stop commands
	 * that need none.
	 */
	@Override
	public void check(ConfigurationKey key, SettingValue value) {
		if (key.setting() == Setting.RUNTIME_FLAGS) {
			RuntimeOptions.parse(value.texts());
		}
	}

	/**
	 * Checks a value that is to be set.
	 * @throws UsageException if the setting does not permit the value
	 */
	void checkNew(ConfigurationKey key, SettingValue value) {
		check(key, value);
		key.agent().ifPresent((agent) -> requireAgent(agent, "invalid agent \"%s\" in " + key));
		if (key.setting() == Setting.DEFAULT_AGENT) {
			requireAgent(value.shown(), "invalid agent \"%s\" for " + key);
		}
	}

	private void requireAgent(String name, String message) {
		List<String> agents = this.catalog.ids().stream().map(AgentId::value).toList();
		if (!agents.contains(name)) {
			throw new UsageException(message.formatted(name), "use one of " + String.join(", ", agents));
		}
	}

}
