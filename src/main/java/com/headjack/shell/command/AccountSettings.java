package com.headjack.shell.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.headjack.agent.AgentId;
import com.headjack.agent.ConfiguredAgents;
import com.headjack.configuration.ConfigurationFile;
import com.headjack.configuration.ConfigurationKey;
import com.headjack.configuration.Setting;
import com.headjack.configuration.SettingValue;
import com.headjack.credential.Account;

/**
 * The accounts in the user's configuration: the default of each agent, and those of
 * single repositories.
 *
 * @param configured the configuration from all sources
 * @param file the user's file, the only one that is changed
 */
record AccountSettings(ConfiguredAgents configured, ConfigurationFile file) {

	/**
	 * Sets the default account of an agent.
	 */
	void useByDefault(Account account) {
		set(usual(account.agent()), account);
	}

	/**
	 * Goes back to the account without a name.
	 * @return whether another one was set
	 */
	boolean useNoneByDefault(AgentId agent) {
		return this.file.unset(usual(agent));
	}

	void bind(Account account, String repository) {
		set(bound(account.agent(), repository), account);
	}

	/**
	 * Removes the account of a repository.
	 * @return whether there was one
	 */
	boolean unbind(AgentId agent, String repository) {
		return this.file.unset(bound(agent, repository));
	}

	/**
	 * Whether an account is the default, by the user's file or because no file names one.
	 */
	boolean isDefault(Account account) {
		AgentId agent = account.agent();
		boolean usual = account.name() == null && this.configured.account(agent, null) == null;
		return usual || names(usual(agent), account);
	}

	/**
	 * The repositories that the user's file binds to an account.
	 */
	List<String> repositories(Account account) {
		return this.configured.repositories(account.agent())
			.keySet()
			.stream()
			.filter((repository) -> names(bound(account.agent(), repository), account))
			.toList();
	}

	/**
	 * The keys that name an account in another file, or in a variable.
	 */
	List<ConfigurationKey> elsewhere(Account account) {
		AgentId agent = account.agent();
		List<ConfigurationKey> keys = new ArrayList<>();
		if (account.label().equals(this.configured.account(agent, null))) {
			keys.add(usual(agent));
		}
		this.configured.repositories(agent)
			.forEach((repository, name) -> Stream.of(name)
				.filter(account.label()::equals)
				.forEach((_) -> keys.add(bound(agent, repository))));
		return keys.stream().filter((key) -> !names(key, account)).toList();
	}

	private boolean names(ConfigurationKey key, Account account) {
		Optional<SettingValue> value = this.file.find(key);
		return value.map(SettingValue::shown).filter(account.label()::equals).isPresent();
	}

	private void set(ConfigurationKey key, Account account) {
		this.file.set(key, new SettingValue.Text(account.label()));
	}

	private static ConfigurationKey usual(AgentId agent) {
		return ConfigurationKey.parse(Setting.AGENT_ACCOUNT.keyOf(agent.value()));
	}

	private static ConfigurationKey bound(AgentId agent, String repository) {
		return ConfigurationKey.parse(Setting.AGENT_REPOSITORIES.keyOf(agent.value()) + "." + repository);
	}

}
